namespace NeuralNets.Torch;

/// <summary>libtorch cannot be loaded. The message says what was tried, what was found and what to do.</summary>
public sealed class LibtorchNotFoundException : Exception
{
    /// <summary>An exception that says nothing yet.</summary>
    public LibtorchNotFoundException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What was tried, what was found and what to do.</param>
    public LibtorchNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What was tried, what was found and what to do.</param>
    /// <param name="innerException">What the system said.</param>
    public LibtorchNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static LibtorchNotFoundException NotFound(string file, IEnumerable<string> tried) => new(
        $"""
        libtorch cannot be loaded: {file} was not found.
        Tried:
          {string.Join("\n  ", tried.Distinct())}
        {(NativeFolders.Chosen is null ? Restore : WrongFolder)}
        """);

    internal static LibtorchNotFoundException DoesNotLoad(string file, string libtorch, Exception error) => new(
        $"""
        libtorch cannot be loaded: {Path.GetFileName(file)} was found, but the system does not load it.
        Found: {file}
        libtorch: {libtorch}
        The system says: {error.Message.Trim()}
        {(NativeFolders.Chosen is null ? OtherVersion : WrongFolder)}
        """,
        error);

    internal static LibtorchNotFoundException TooOld(string libtorch, Version found, Version oldest) => new(
        $"""
        libtorch cannot be loaded: PyTorch {found} was found, TorchSharp needs {oldest} or newer.
        Found: {libtorch}
        {WrongFolder}
        """);

    private static string Restore =>
        $"What to do: run 'dotnet restore' in the repository, which fetches the libtorch of this system; "
        + $"elsewhere add the package libtorch-cpu-{NativeFolders.Rid} {NativeFolders.VersionOf("Libtorch")}; "
        + $"or set {NativeFolders.Variable} to the 'lib' folder of a PyTorch 2.10 or newer.";

    private static string OtherVersion =>
        $"What to do: set {NativeFolders.Variable} to the 'lib' folder of an installed PyTorch 2.10 or newer "
        + "(python -c \"import torch; print(torch.__path__[0] + '/lib')\").";

    private static string WrongFolder =>
        $"{NativeFolders.Variable} is '{NativeFolders.Chosen}'. What to do: let it name the 'lib' folder of a PyTorch 2.10 or newer, "
        + "or unset it to use the NuGet package.";
}
