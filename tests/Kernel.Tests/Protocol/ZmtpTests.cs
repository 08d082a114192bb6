using System.Net;
using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;
using Notebooks.Jupyter.Protocol.Zmtp;
using PublisherSocket = Notebooks.Jupyter.Protocol.Zmtp.PublisherSocket;
using RouterSocket = Notebooks.Jupyter.Protocol.Zmtp.RouterSocket;

namespace Kernel.Tests.Protocol;

/// <summary>Our sockets against those of NetMQ, another implementation of ZeroMQ.</summary>
public class ZmtpTests
{
    [Fact]
    public async Task A_router_answers_whoever_asked()
    {
        var endpoint = FreeEndpoint();
        RouterSocket? router = null;
        router = new RouterSocket(endpoint, (client, frames) =>
            router!.SendAsync(client, [.. frames.Select(frame => new ReadOnlyMemory<byte>(frame)), "!"u8.ToArray()]));
        router.Start();
        using var first = new DealerSocket(">" + Url(endpoint));
        using var second = new DealerSocket(">" + Url(endpoint));

        second.SendFrame("two");
        first.SendMoreFrame("one").SendFrame(new string('x', 70_000));

        Assert.Equal(["one", new string('x', 70_000), "!"], Receive(first));
        Assert.Equal(["two", "!"], Receive(second));
        await router.DisposeAsync();
    }

    [Fact]
    public async Task The_heartbeat_comes_back()
    {
        var endpoint = FreeEndpoint();
        await using var heartbeat = new EchoSocket(endpoint);
        heartbeat.Start();
        using var client = new RequestSocket(">" + Url(endpoint));

        client.SendFrame("ping");

        Assert.Equal(["ping"], Receive(client));
    }

    [Fact]
    public async Task Ten_thousand_small_messages_reach_a_subscriber_that_reads_only_afterwards()
    {
        var endpoint = FreeEndpoint();
        await using var publisher = Publisher(endpoint);
        using var client = Subscriber(endpoint);

        for (var i = 0; i < 10_000; i++)
            Assert.True(await publisher.PublishAsync("n"u8.ToArray(), ["n"u8.ToArray(), BitConverter.GetBytes(i)], room: 16 << 20));

        for (var i = 0; i < 10_000; i++)
            Assert.Equal(i, BitConverter.ToInt32(client.ReceiveMultipartBytes()[1]));
    }

    [Fact]
    public async Task Output_passes_by_a_subscriber_that_never_reads_but_what_must_arrive_does()
    {
        var endpoint = FreeEndpoint();
        await using var publisher = Publisher(endpoint);
        using var client = Subscriber(endpoint, highWatermark: 1);

        var block = new byte[1 << 20];
        var reached = 0;
        while (reached < 1000 && await publisher.PublishAsync("n"u8.ToArray(), ["n"u8.ToArray(), block], room: 16 << 20))
            reached++;
        await publisher.PublishAsync("n"u8.ToArray(), ["end"u8.ToArray()], room: null);

        Assert.InRange(reached, 16, 100);
        for (var i = 0; i < reached; i++)
            Assert.Equal(2, client.ReceiveMultipartBytes().Count);
        Assert.Equal(["end"], Receive(client));
    }

    [Fact]
    public async Task Garbage_on_the_wire_ends_its_own_connection_only()
    {
        var endpoint = FreeEndpoint();
        var received = 0;
        await using var router = new RouterSocket(endpoint, (_, _) =>
        {
            Interlocked.Increment(ref received);
            return ValueTask.CompletedTask;
        });
        router.Start();
        var random = new Random(42);
        var handshake = (byte[])[.. ZmtpFrames.Greeting(), .. ZmtpFrames.Ready("DEALER")];

        for (var i = 0; i < 500; i++)
        {
            var noise = new byte[random.Next(1, 300)];
            random.NextBytes(noise);
            var bytes = (byte[])(i % 2 == 0 ? noise : [.. handshake, .. noise]);
            if (i % 4 == 3)
                bytes[random.Next(handshake.Length)] = (byte)random.Next(256);
            await SendRawAsync(endpoint, bytes);
        }

        using var client = new DealerSocket(">" + Url(endpoint));
        var before = Volatile.Read(ref received);
        client.SendFrame("still there?");
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref received) > before, TimeSpan.FromSeconds(10)));
    }

    // The socket closes its clients while their own loops, told the same, close them too.
    [Fact]
    public async Task A_client_can_be_closed_from_two_sides_at_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        for (var i = 0; i < 5_000; i++)
        {
            using var client = new TcpClient();
            var accepted = listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
            using var peer = new ZmtpPeer(await accepted);
            using var together = new Barrier(2);
            void Close()
            {
                together.SignalAndWait();
                peer.Dispose();
            }

            await Task.WhenAll(
                Task.Run(Close, TestContext.Current.CancellationToken), Task.Run(Close, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_taken_port_is_an_error_that_names_channel_and_place()
    {
        var endpoint = FreeEndpoint();
        using var taken = endpoint.Listen();

        var error = Assert.Throws<IOException>(() => endpoint.Listen());

        Assert.StartsWith($"the test channel cannot listen at {endpoint.Address}: ", error.Message, StringComparison.Ordinal);
    }

    private static PublisherSocket Publisher(Endpoint endpoint)
    {
        var publisher = new PublisherSocket(endpoint, _ => ["welcome"u8.ToArray()]) { Patience = () => TimeSpan.FromSeconds(1) };
        publisher.Start();
        return publisher;
    }

    private static SubscriberSocket Subscriber(Endpoint endpoint, int highWatermark = 1000)
    {
        var client = new SubscriberSocket();
        client.Options.ReceiveHighWatermark = highWatermark;
        client.Connect(Url(endpoint));
        client.SubscribeToAnyTopic();
        Assert.Equal(["welcome"], Receive(client));
        return client;
    }

    private static List<string> Receive(IReceivingSocket socket)
    {
        List<string>? frames = null;
        Assert.True(socket.TryReceiveMultipartStrings(TimeSpan.FromSeconds(10), ref frames));
        return frames!;
    }

    private static async Task SendRawAsync(Endpoint endpoint, byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)endpoint.Address);
        try
        {
            await client.GetStream().WriteAsync(bytes);
        }
        catch (IOException)
        {
            // It has hung up on us already, as it should.
        }
    }

    private static string Url(Endpoint endpoint) => $"tcp://{endpoint.Address}";

    private static Endpoint FreeEndpoint()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Endpoint("test", probe.LocalEndpoint);
    }
}
