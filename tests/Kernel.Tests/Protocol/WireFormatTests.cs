using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Notebooks.Jupyter.Protocol.Messages;

namespace Kernel.Tests.Protocol;

public class WireFormatTests
{
    private static readonly byte[] Key = "a secret between two"u8.ToArray();

    private readonly WireFormat kernel = Create(Key);

    [Fact]
    public void A_signed_message_is_read_as_it_was_written()
    {
        var message = kernel.Read(Frames("execute_request", new JsonObject { ["code"] = "1 + 1 // é ✓" }))!;

        Assert.Equal("execute_request", message.Type);
        Assert.Equal("1 + 1 // é ✓", message.Text("code"));
        Assert.Equal(["client"u8.ToArray()], message.Identities);
    }

    // The signature that Python's hmac module gives for the same key and parts.
    [Fact]
    public void The_signature_is_the_one_that_Jupyter_clients_compute()
    {
        var signature = new Signature(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes("a0436f6c-1916-498b-8eb9-e81ab9368e84"));

        Assert.Equal(
            "1250107cff6f1bdb5b6ddeba9540671bea80b06273bd38a1201cc930c9364af6"u8.ToArray(),
            signature.Sign([Part("""{"msg_id":"1"}"""), Part("{}"), Part("{}"), Part("""{"code":"1"}""")]));
    }

    [Fact]
    public void An_answer_carries_the_header_of_its_request_byte_for_byte()
    {
        var header = """{"msg_id": "1",  "msg_type": "kernel_info_request", "unknown": [1.50]}"""u8.ToArray();

        var answer = kernel.Write(["client"u8.ToArray()], "kernel_info_reply", header, new JsonObject());

        Assert.Equal(header, answer[4].ToArray());
    }

    [Fact]
    public void A_replayed_message_is_dropped()
    {
        var frames = Frames("execute_request", new JsonObject());

        Assert.NotNull(kernel.Read(frames));
        Assert.Null(kernel.Read(frames));
    }

    [Fact]
    public void A_message_signed_with_another_key_is_dropped() =>
        Assert.Null(kernel.Read(Frames("execute_request", new JsonObject(), Create("another key"u8.ToArray()))));

    [Fact]
    public void An_unsigned_message_is_dropped() =>
        Assert.Null(kernel.Read(Frames("execute_request", new JsonObject(), Create([]))));

    [Fact]
    public void Without_a_key_messages_need_no_signature() =>
        Assert.NotNull(Create([]).Read(Frames("execute_request", new JsonObject(), Create([]))));

    [Theory]
    [InlineData("[]", "{}", "{}")]
    [InlineData("{}", "{}", "{}")]
    [InlineData("""{"msg_id": 1, "msg_type": "execute_request"}""", "{}", "{}")]
    [InlineData("""{"msg_id": "1", "msg_type": ""}""", "{}", "{}")]
    [InlineData("""{"msg_id": "1", "msg_id": "2", "msg_type": "execute_request"}""", "{}", "{}")]
    [InlineData("""{"msg_id": "\ud800", "msg_type": "execute_request"}""", "{}", "{}")]
    [InlineData("""{"msg_id": "1", "msg_type": "execute_request"}""", "null", "{}")]
    [InlineData("""{"msg_id": "1", "msg_type": "execute_request"}""", "{}", "\"text\"")]
    [InlineData("""{"msg_id": "1", "msg_type": "execute_request"}""", "{}", "{")]
    [InlineData("not JSON", "{}", "{}")]
    public void A_message_of_the_wrong_shape_is_dropped_even_when_it_is_signed(string header, string parent, string content)
    {
        ReadOnlyMemory<byte>[] parts = [Part(header), Part(parent), Part("{}"), Part(content)];
        var signature = new Signature(HashAlgorithmName.SHA256, Key).Sign(parts);

        Assert.Null(kernel.Read(["<IDS|MSG>"u8.ToArray(), signature, .. parts.Select(part => part.ToArray())]));
    }

    [Fact]
    public void Content_nested_a_million_deep_is_dropped() =>
        Assert.Null(Create([]).Read(Raw("""{"msg_id": "1", "msg_type": "execute_request"}""", new string('[', 1_000_000))));

    [Fact]
    public void Any_frames_at_all_are_survived() =>
        Prop.ForAll<byte[][]>(frames => kernel.Read([.. frames.Select(frame => frame ?? [])]) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_message_with_any_one_byte_changed_is_dropped()
    {
        var places = Gen.Choose(1, 6).SelectMany(frame => Gen.Choose(0, 10_000).Select(place => (Frame: frame, Place: place)));
        Prop.ForAll(Arb.From(places), place =>
        {
            var frames = Frames("execute_request", new JsonObject { ["code"] = "1" });
            var changed = frames[place.Frame];
            changed[place.Place % changed.Length] ^= 0x20;
            return kernel.Read(frames) is null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_key_is_never_shown() =>
        Assert.DoesNotContain("secret", new Signature(HashAlgorithmName.SHA256, Key).ToString(), StringComparison.Ordinal);

    private static WireFormat Create(byte[] key) => new(new Signature(HashAlgorithmName.SHA256, key));

    private static byte[][] Frames(string type, JsonObject content, WireFormat? client = null) =>
        [.. (client ?? Create(Key)).Write(["client"u8.ToArray()], type, default, content).Select(frame => frame.ToArray())];

    private static byte[][] Raw(string header, string content) =>
        ["<IDS|MSG>"u8.ToArray(), [], Encoding.UTF8.GetBytes(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(content)];

    private static ReadOnlyMemory<byte> Part(string json) => Encoding.UTF8.GetBytes(json);
}
