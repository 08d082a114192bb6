using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What may be said of kinds of elements, and how two of them meet.</summary>
internal static class Types
{
    /// <summary>True for single and double precision.</summary>
    public static bool IsFloating(this ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>libtorch's own word for it, as its errors use it.</summary>
    public static string Name(this ScalarType type) => type switch
    {
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        ScalarType.Int32 => "Int",
        ScalarType.Int64 => "Long",
        _ => $"{type}",
    };

    /// <summary>The kind itself, or the default one where functions such as the sine need fractions.</summary>
    public static ScalarType Fractional(this ScalarType type) => type.IsFloating() ? type : get_default_dtype();

    /// <summary>The kind of what two tensors give; one without dimensions counts only if it is of a higher sort.</summary>
    public static ScalarType Common(Tensor a, Tensor b)
    {
        if (a.dtype == b.dtype)
            return a.dtype;
        if ((a.ndim == 0) == (b.ndim == 0))
            return Common(a.dtype, b.dtype);
        var (strong, weak) = a.ndim > 0 ? (a.dtype, b.dtype) : (b.dtype, a.dtype);
        return Sort(weak) > Sort(strong) ? weak : strong;
    }

    /// <summary>The kind of what a tensor and a number of C# give.</summary>
    public static ScalarType Common(ScalarType type, Scalar number) =>
        Sort(number.Type) <= Sort(type) ? type : number.Type.IsFloating() ? get_default_dtype() : number.Type;

    /// <summary>The kind of two that count alike.</summary>
    public static ScalarType Common(ScalarType a, ScalarType b) =>
        Sort(a) != Sort(b) ? (Sort(a) > Sort(b) ? a : b) : (ScalarType)Math.Max((sbyte)a, (sbyte)b);

    /// <summary>Makes numbers such as the kind can hold, where they lie.</summary>
    public static double[] Fit(double[] numbers, ScalarType type)
    {
        switch (type)
        {
            case ScalarType.Float64:
                break;
            case ScalarType.Float32:
                for (var i = 0; i < numbers.Length; i++)
                    numbers[i] = (float)numbers[i];
                break;
            case ScalarType.Int32 or ScalarType.Int64:
                for (var i = 0; i < numbers.Length; i++)
                    numbers[i] = Math.Truncate(numbers[i]);
                break;
            case ScalarType.Bool:
                for (var i = 0; i < numbers.Length; i++)
                    numbers[i] = numbers[i] != 0 ? 1 : 0;
                break;
            default:
                throw Errors.Torch($"Found the type {type}. Expected Float32, Float64, Int32, Int64 or Bool: a page has no others.");
        }

        return numbers;
    }

    /// <summary>Truth values, whole numbers, fractions: each sort holds those before it.</summary>
    private static int Sort(ScalarType type) => type == ScalarType.Bool ? 0 : type.IsFloating() ? 2 : 1;
}
