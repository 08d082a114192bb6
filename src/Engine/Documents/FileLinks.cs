namespace Notebooks.Documents;

/// <summary>Follows the links of a path, as the system does when it opens a file.</summary>
internal static class FileLinks
{
    private const int Most = 40; // More are a circle, as Linux sees it.

    /// <summary>
    /// The path without any link in it: relative ones start from where they lie, one link may lead to the next, and folders
    /// may be links as well as the file. What does not exist (yet) stays as it is written.
    /// </summary>
    /// <exception cref="IOException">The links go in a circle.</exception>
    public static string Follow(string path)
    {
        var full = Path.GetFullPath(path);
        var followed = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Parts(full[followed.Length..]));
        for (var links = 0; ahead.TryPop(out var part);)
        {
            if (part == "..")
            {
                followed = Path.GetDirectoryName(followed) ?? followed;
                continue;
            }

            var next = Path.Combine(followed, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                followed = next;
                continue;
            }

            if (++links > Most)
                throw new IOException("its links go in a circle");
            if (Path.IsPathRooted(target))
                followed = Path.GetPathRoot(Path.Combine(followed, target))!;
            foreach (var step in Parts(target[Path.GetPathRoot(target)!.Length..]))
                ahead.Push(step);
        }

        return followed;
    }

    /// <summary>The parts of a path, from the last to the first.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(part => part is not ("" or ".")).Reverse();
}
