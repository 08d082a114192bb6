using System.Security.Cryptography;
using System.Text;

namespace Notebooks.Jupyter.Protocol.Messages;

/// <summary>Signs messages with the connection file's key, and checks the signatures of others.</summary>
internal sealed class Signature
{
    private readonly HashAlgorithmName algorithm;
    private readonly byte[] key;

    /// <summary>Signs with a key.</summary>
    /// <param name="algorithm">The hash of the HMAC.</param>
    /// <param name="key">The key; empty means that messages are not signed, as the protocol has it.</param>
    public Signature(HashAlgorithmName algorithm, byte[] key)
    {
        this.algorithm = algorithm;
        this.key = key;
    }

    /// <summary>True if messages are signed at all.</summary>
    public bool IsOn => key.Length > 0;

    /// <summary>The signature of a message's four JSON parts: lower-case hexadecimal digits.</summary>
    /// <param name="parts">Header, parent header, metadata, content.</param>
    public byte[] Sign(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        if (!IsOn)
            return [];
        using var hmac = IncrementalHash.CreateHMAC(algorithm, key);
        foreach (var part in parts)
            hmac.AppendData(part.Span);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    /// <summary>True if a signature is right, in a time that tells nothing about where it is wrong.</summary>
    /// <param name="signature">The signature that came.</param>
    /// <param name="parts">Header, parent header, metadata, content.</param>
    public bool IsRight(ReadOnlySpan<byte> signature, IEnumerable<ReadOnlyMemory<byte>> parts) =>
        !IsOn || CryptographicOperations.FixedTimeEquals(signature, Sign(parts));

    /// <summary>Shows nothing of the key.</summary>
    public override string ToString() => algorithm.ToString();
}
