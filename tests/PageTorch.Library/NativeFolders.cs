namespace NeuralNets.Torch;

/// <summary>There are no native libraries.</summary>
internal static class NativeFolders
{
    public const string Variable = "NEURALNETS_LIBTORCH";
}
