namespace NeuralNets.Charts;

/// <summary>The style sheet and the script that travel in the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The whole text of a file embedded by its name.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"NeuralNets.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
