namespace NeuralNets.Torch;

/// <summary>There is no libtorch to load.</summary>
public static class Libtorch
{
    /// <summary>Where it would be.</summary>
    internal const string Folder = "";

    /// <summary>Nothing to do.</summary>
    public static void Load()
    {
    }
}
