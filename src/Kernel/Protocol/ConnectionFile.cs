using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Notebooks.Jupyter.Protocol.Messages;
using Notebooks.Jupyter.Protocol.Zmtp;

namespace Notebooks.Jupyter.Protocol;

/// <summary>The file by which Jupyter tells a kernel where to listen and how messages are signed.</summary>
/// <param name="Shell">Requests.</param>
/// <param name="Control">Requests that do not wait for a running cell.</param>
/// <param name="Input">Questions to the person at the front end, Jupyter's <c>stdin</c>.</param>
/// <param name="IOPub">What the kernel tells everybody.</param>
/// <param name="Heartbeat">The echo by which clients see that the kernel lives.</param>
/// <param name="Signature">How messages are signed.</param>
internal sealed record ConnectionFile(
    Endpoint Shell, Endpoint Control, Endpoint Input, Endpoint IOPub, Endpoint Heartbeat, Signature Signature)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or is no connection file; one line says why, never
    /// with the key.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            // The document must not outlive this method: it holds the key.
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Parse(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: not JSON (line {error.LineNumber + 1}); expected a Jupyter connection file", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: cannot be read: {error.Message}", error);
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    private static ConnectionFile Parse(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object)
            throw new FormatException($"found JSON of kind {file.ValueKind}, expected an object with transport, ip, key and five ports");

        var transport = Text(file, "transport", "tcp");
        var ip = Text(file, "ip", "127.0.0.1");
        return new ConnectionFile(
            Endpoint("shell"), Endpoint("control"), Endpoint("stdin"), Endpoint("iopub"), Endpoint("hb"),
            SignatureOf(Text(file, "signature_scheme", "hmac-sha256"), Text(file, "key", "")));

        Endpoint Endpoint(string channel)
        {
            var port = Port(file, channel + "_port", transport == "tcp" ? IPEndPoint.MaxPort : int.MaxValue);
            EndPoint address = transport switch
            {
                "tcp" => new IPEndPoint(Address(ip), port),
                "ipc" => Socket(string.Create(CultureInfo.InvariantCulture, $"{ip}-{port}")),
                _ => throw new FormatException($"transport is \"{transport}\", expected \"tcp\" or \"ipc\""),
            };
            return new Endpoint(channel, address);
        }
    }

    private static UnixDomainSocketEndPoint Socket(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new FormatException($"ip leads to the socket \"{path}\", longer than a socket's path may be (some 100 bytes); "
                + "let JUPYTER_RUNTIME_DIR name a shorter folder");
        }
    }

    private static IPAddress Address(string ip)
    {
        if (ip == "*")
            return IPAddress.Any;
        if (IPAddress.TryParse(ip, out var address))
            return address;
        try
        {
            return Dns.GetHostAddresses(ip, AddressFamily.InterNetwork).FirstOrDefault()
                ?? throw new FormatException($"ip \"{ip}\" has no IPv4 address");
        }
        catch (SocketException)
        {
            throw new FormatException($"ip is \"{ip}\", expected an address of this machine such as \"127.0.0.1\"");
        }
    }

    private static Signature SignatureOf(string scheme, string key)
    {
        HashAlgorithmName? algorithm = scheme switch
        {
            "hmac-sha256" => HashAlgorithmName.SHA256,
            "hmac-sha384" => HashAlgorithmName.SHA384,
            "hmac-sha512" => HashAlgorithmName.SHA512,
            _ => null,
        };
        return new Signature(
            algorithm ?? throw new FormatException(
                $"signature_scheme is \"{scheme}\", expected \"hmac-sha256\", \"hmac-sha384\" or \"hmac-sha512\""),
            Encoding.UTF8.GetBytes(key));
    }

    private static string Text(JsonElement file, string name, string missing)
    {
        if (!file.TryGetProperty(name, out var value))
            return missing;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"{name} is JSON of kind {value.ValueKind}, expected text");
    }

    private static int Port(JsonElement file, string name, int max)
    {
        if (!file.TryGetProperty(name, out var value))
            throw new FormatException($"{name} is missing");
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port >= 1 && port <= max
            ? port
            : throw new FormatException(
                $"{name} is {value.GetRawText()}, expected a whole number from 1 to {max.ToString(CultureInfo.InvariantCulture)}");
    }
}
