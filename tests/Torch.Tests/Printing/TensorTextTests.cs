using System.Numerics;
using System.Text.Json;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Torch;

public class TensorTextTests
{
    public sealed record Printed(string Dtype, long[] Shape, JsonElement[] Values, string Gradient, string Expected);

    [Fact]
    public void Tensors_are_printed_as_PyTorch_prints_them()
    {
        // Made by pytorch-repr.py, which lies beside it.
        var file = Environment.GetEnvironmentVariable("PYTORCH_REPR")
            ?? Path.Combine(AppContext.BaseDirectory, "Reference", "pytorch-repr.json");
        var cases = JsonSerializer.Deserialize<Printed[]>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        Assert.True(cases.Length >= 100, $"Expected at least 100 tensors, found {cases.Length}.");
        Assert.All(cases, c => Assert.Equal(c.Expected, Make(c).Repr()));
    }

    private static Tensor Make(Printed printed)
    {
        using var values = printed.Dtype.StartsWith("complex", StringComparison.Ordinal)
            ? tensor(Array.ConvertAll(printed.Values, v => new Complex(Number(v[0]), Number(v[1]))))
            : printed.Dtype == "bool" ? tensor(Array.ConvertAll(printed.Values, v => v.GetBoolean()))
            : tensor(Array.ConvertAll(printed.Values, Number));
        var made = values.to(DtypeNamed(printed.Dtype)).reshape(printed.Shape);
        if (printed.Gradient.Length > 0)
            made.requires_grad = true;
        return printed.Gradient == "clone" ? made.clone() : made;
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : value.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, _ => double.NegativeInfinity };

    private static ScalarType DtypeNamed(string name) => name switch
    {
        "complex64" => ScalarType.ComplexFloat32,
        "complex128" => ScalarType.ComplexFloat64,
        "uint8" => ScalarType.Byte,
        _ => Enum.Parse<ScalarType>(name, ignoreCase: true),
    };
}
