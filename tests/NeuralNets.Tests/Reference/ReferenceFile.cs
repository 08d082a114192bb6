namespace NeuralNets.Tests.Reference;

/// <summary>Finds the reference data beside the tests.</summary>
internal static class ReferenceFile
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Reference", name);
}
