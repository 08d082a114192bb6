using System.Numerics;
using NeuralNets.Torch;

namespace NeuralNets.Tests.Torch;

/// <summary>What lies in the folder that notebooks load the library from, as the build has written it.</summary>
public class LibraryReferenceTests
{
    [Fact]
    public void All_libraries_ask_for_one_FSharp_Core()
    {
        var versions = Directory.EnumerateFiles(WorkingCopy.LibraryOutput, "*.dll")
            .Select(file => LibraryReference.VersionIn(file, "FSharp.Core")).OfType<Version>().ToArray();
        Assert.True(versions.Length > 3, $"Only {versions.Length} libraries ask for FSharp.Core.");
        Assert.Single(versions.Distinct());
    }

    [Fact]
    public void TorchSharp_asks_for_the_numbers_of_this_framework() =>
        Assert.Equal(typeof(Complex).Assembly.GetName().Version,
            LibraryReference.VersionIn(Path.Combine(WorkingCopy.LibraryOutput, "TorchSharp.dll"), "System.Runtime.Numerics"));
}
