namespace NeuralNets.Torch;

/// <summary>No finalizer frees anything: there is nothing to hold.</summary>
internal static class Finalizers
{
    public static IDisposable Hold() => new MemoryStream();
}
