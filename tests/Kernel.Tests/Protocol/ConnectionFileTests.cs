using System.Net;
using System.Net.Sockets;
using Notebooks.Jupyter.Protocol;

namespace Kernel.Tests.Protocol;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Key = "a0436f6c-1916-498b";
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_file_that_Jupyter_wrote_is_read()
    {
        var connection = Read(Valid);

        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 50160), connection.Control.Address);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 40885), connection.IOPub.Address);
        Assert.True(connection.Signature.IsOn);
    }

    [Fact]
    public void The_ipc_transport_names_socket_files() =>
        Assert.Equal(
            new UnixDomainSocketEndPoint("kernel-ipc-57503"), Read(Changed("tcp", "ipc", "127.0.0.1", "kernel-ipc")).Shell.Address);

    [Fact]
    public void A_socket_file_whose_path_is_too_long_is_told_in_one_line_that_helps()
    {
        var ip = "/" + new string('a', 200);

        var error = Assert.Throws<InvalidDataException>(() => Read(Changed("tcp", "ipc", "127.0.0.1", ip)));

        Assert.EndsWith(
            $"ip leads to the socket \"{ip}-57503\", longer than a socket's path may be (some 100 bytes); "
            + "let JUPYTER_RUNTIME_DIR name a shorter folder",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"tcp\"", "\"udp\"", "transport is \"udp\", expected \"tcp\" or \"ipc\"")]
    [InlineData("\"tcp\"", "7", "transport is JSON of kind Number, expected text")]
    [InlineData("50160", "70000", "control_port is 70000, expected a whole number from 1 to 65535")]
    [InlineData("50160", "\"50160\"", "control_port is \"50160\", expected a whole number from 1 to 65535")]
    [InlineData("50160", "-1", "control_port is -1, expected a whole number from 1 to 65535")]
    [InlineData("\"control_port\"", "\"control\"", "control_port is missing")]
    [InlineData("hmac-sha256", "md5", "signature_scheme is \"md5\", expected \"hmac-sha256\", \"hmac-sha384\" or \"hmac-sha512\"")]
    [InlineData("127.0.0.1", "no such host.", "ip is \"no such host.\", expected an address of this machine such as \"127.0.0.1\"")]
    [InlineData("{", "", "not JSON (line 2); expected a Jupyter connection file")]
    public void A_mistake_is_named_in_one_line_without_the_key(string was, string becomes, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(Changed(was, becomes)));

        Assert.Equal($"{path}: {message}", error.Message);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => ConnectionFile.Read("/nowhere/kernel.json"));

        Assert.StartsWith("/nowhere/kernel.json: cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    private const string Valid = $$"""
        {
          "control_port": 50160, "shell_port": 57503, "transport": "tcp", "signature_scheme": "hmac-sha256",
          "stdin_port": 52597, "hb_port": 42540, "ip": "127.0.0.1", "iopub_port": 40885, "key": "{{Key}}", "kernel_name": ""
        }
        """;

    private static string Changed(params string[] pairs)
    {
        var text = Valid;
        for (var i = 0; i < pairs.Length; i += 2)
            text = text.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        return text;
    }

    private ConnectionFile Read(string text)
    {
        File.WriteAllText(path, text);
        return ConnectionFile.Read(path);
    }
}
