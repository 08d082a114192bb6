namespace House.Tests;

/// <summary>One file's use of what another declares.</summary>
/// <param name="From">The file that uses it, relative to src.</param>
/// <param name="Line">The line of the use.</param>
/// <param name="To">The file that declares it; for another project's, the project alone.</param>
/// <param name="Name">What is used.</param>
internal sealed record Arrow(string From, int Line, string To, string Name)
{
    /// <summary>
    /// The two neighbours in the tree of folders between which the arrow goes: projects, folders, or a folder's own files.
    /// </summary>
    public (string From, string To) Neighbours()
    {
        var (from, to) = (From.Split('/'), To.Split('/'));
        var common = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        return (Neighbour(from, common), Neighbour(to, common));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{From}:{Line} uses {Name} of {To}";

    private static string Neighbour(string[] path, int common)
    {
        var isFile = common == path.Length - 1 && path[^1].EndsWith(".cs", StringComparison.Ordinal);
        return string.Join('/', path[..common].Append(isFile ? "*" : path[common]));
    }
}
