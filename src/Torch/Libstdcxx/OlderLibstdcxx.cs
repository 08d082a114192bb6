using System.Security.Cryptography;

namespace NeuralNets.Torch;

/// <summary>
/// TorchSharp's native library asks for one symbol of GCC 13's libstdc++, which Debian 12 and Ubuntu 22.04 do not have.
/// There, and only there, a copy that does not ask for it is loaded in its place.
/// </summary>
internal static class OlderLibstdcxx
{
    /// <summary>The version of the patch: a part of the copy's name, so that another patch makes another copy.</summary>
    private const int PatchVersion = 1;

    /// <summary>True if a load failed because this system's libstdc++ is too old.</summary>
    public static bool IsTheReason(DllNotFoundException error) =>
        error.Message.Contains($"{LibstdcxxPatch.Version}' not found", StringComparison.Ordinal);

    /// <summary>The patched copy of a file, made if it is not in the cache yet.</summary>
    /// <exception cref="LibtorchNotFoundException">The file is not what the patch is made for, or no folder takes the copy.</exception>
    public static string CopyFor(string file) => CopyFor(file, CacheFolder());

    /// <summary>The same, with a cache of one's own.</summary>
    internal static string CopyFor(string file, string cache)
    {
        try
        {
            var original = File.ReadAllBytes(file);
            var hash = Convert.ToHexStringLower(SHA256.HashData(original));
            var copy = Path.Combine(cache, $"{hash[..16]}-{PatchVersion}", Path.GetFileName(file));
            var patched = LibstdcxxPatch.Apply(original);

            // Compared byte for byte: a cached file that was cut short or changed is made anew.
            var isWhole = File.Exists(copy) && File.ReadAllBytes(copy).AsSpan().SequenceEqual(patched);
            if (!isWhole && WriteAtomically(copy, patched))
            {
                StandardError.Say(
                    $"NeuralNets: this system's libstdc++ is older than {Path.GetFileName(file)} expects ({LibstdcxxPatch.Version}). "
                    + $"A copy that runs here is used instead: {copy}");
            }

            return copy;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new LibtorchNotFoundException(
                $"libtorch cannot be loaded: {file} needs a newer libstdc++ ({LibstdcxxPatch.Version}), "
                + $"and no copy without that need could be made in {cache}.\n"
                + $"Reason: {error.Message}\n"
                + "What to do: let XDG_CACHE_HOME name a folder that can be written to, "
                + "or use a system with GCC 13's libstdc++ (Debian 13, Ubuntu 24.04 or newer).",
                error);
        }
    }

    /// <summary>Another process sees the whole file or none; of two that write at once, both write the same.</summary>
    /// <returns>Whether there was no such file before.</returns>
    private static bool WriteAtomically(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(partial, content);
            File.Move(partial, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Move(partial, path, overwrite: true);
            return false;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static string CacheFolder() =>
        Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
                ? cache
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "neuralnets");
}
