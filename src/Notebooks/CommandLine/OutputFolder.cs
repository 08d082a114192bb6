namespace Notebooks.CommandLine;

/// <summary>The folder that <c>--output</c> names.</summary>
internal static class OutputFolder
{
    /// <summary>Makes it, before long work begins whose result would have no place.</summary>
    /// <exception cref="CallException">It cannot be made.</exception>
    public static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CallException($"{folder}: cannot be written: {error.Message}", error);
        }
    }
}
