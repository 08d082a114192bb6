using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>A tensor as PyTorch prints it.</summary>
internal static class TensorText
{
    private const int LineWidth = 80;
    private const int MostElements = 1000;
    private const int EdgeItems = 3;
    private const string Prefix = "tensor(";

    /// <summary>The text, over as many lines as it takes.</summary>
    public static string Of(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return WithSuffixes(Prefix + Content(tensor), Suffixes(tensor));
    }

    private static string Content(torch.Tensor tensor)
    {
        if (tensor.device.type == DeviceType.META)
            return "...";
        if (tensor.numel() == 0)
            return "[]";

        var shown = tensor.detach();
        var shortened = new bool[tensor.dim()];
        if (tensor.numel() > MostElements)
        {
            for (var dimension = 0; dimension < shortened.Length; dimension++)
                (shown, shortened[dimension]) = Edges(shown, dimension);
        }

        var (texts, width) = ElementFormat.Apply(shown.resolve_conj().resolve_neg().cpu().contiguous());
        return new Layout(texts, width, Array.ConvertAll(shown.shape, s => (int)s), shortened).Write();
    }

    /// <summary>The first and the last few along a dimension, if there are more.</summary>
    private static (torch.Tensor Shown, bool Shortened) Edges(torch.Tensor tensor, int dimension)
    {
        var size = tensor.shape[dimension];
        return size <= 2 * EdgeItems
            ? (tensor, false)
            : (torch.cat([tensor.narrow(dimension, 0, EdgeItems), tensor.narrow(dimension, size - EdgeItems, EdgeItems)], dimension), true);
    }

    /// <summary>The arguments with which Python would make the same tensor again.</summary>
    private static List<string> Suffixes(torch.Tensor tensor)
    {
        var suffixes = new List<string>();
        var isMeta = tensor.device.type == DeviceType.META;
        var isEmpty = tensor.numel() == 0 && !isMeta;
        if (tensor.device.type != DeviceType.CPU)
            suffixes.Add($"device='{tensor.device}'");
        if (isMeta || (isEmpty && tensor.dim() != 1))
            suffixes.Add($"size={PythonTuple.Of(tensor.shape)}");
        if (!IsEvident(tensor.dtype, isEmpty))
            suffixes.Add($"dtype={TypeName(tensor.dtype)}");
        if (tensor.requires_grad)
            suffixes.Add(tensor.is_leaf ? "requires_grad=True" : $"grad_fn=<{GradientFunction.NameOf(tensor)}>");
        return suffixes;
    }

    /// <summary>True if the elements tell the type: those that Python's own numbers become.</summary>
    private static bool IsEvident(torch.ScalarType type, bool isEmpty) =>
        type == torch.get_default_dtype()
        || (!isEmpty && type is torch.ScalarType.Int64 or torch.ScalarType.Bool or torch.ScalarType.ComplexFloat32);

    private static string TypeName(torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte => "torch.uint8",
        torch.ScalarType.ComplexFloat32 => "torch.complex64",
        torch.ScalarType.ComplexFloat64 => "torch.complex128",
        torch.ScalarType.BFloat16 => "torch.bfloat16",
        torch.ScalarType.Bool => "torch.bool",
        torch.ScalarType.Int8 => "torch.int8",
        torch.ScalarType.Int16 => "torch.int16",
        torch.ScalarType.Int32 => "torch.int32",
        torch.ScalarType.Int64 => "torch.int64",
        torch.ScalarType.Float16 => "torch.float16",
        torch.ScalarType.Float32 => "torch.float32",
        torch.ScalarType.Float64 => "torch.float64",
        _ => $"torch.{type}",
    };

    private static string WithSuffixes(string text, List<string> suffixes)
    {
        var column = text.Length - text.LastIndexOf('\n') + 1;
        foreach (var suffix in suffixes)
        {
            var fits = column + suffix.Length + 2 <= LineWidth;
            text += fits ? $", {suffix}" : $",\n{new string(' ', Prefix.Length)}{suffix}";
            column = fits ? column + suffix.Length + 2 : Prefix.Length + suffix.Length;
        }

        return text + ")";
    }

    /// <summary>Brackets, commas and line ends around the elements.</summary>
    private sealed class Layout(string[] texts, int width, int[] shape, bool[] shortened)
    {
        private int next;

        public string Write() => shape.Length == 0 ? texts[0] : Write(0);

        private string Write(int dimension)
        {
            var indent = Prefix.Length + dimension;
            var isRow = dimension == shape.Length - 1;
            var items = Enumerable.Range(0, shape[dimension]).Select(_ => isRow ? texts[next++] : Write(dimension + 1)).ToList();
            if (shortened[dimension])
                items.Insert(EdgeItems, isRow ? " ..." : "...");
            var gap = new string(' ', indent + 1);
            return isRow
                ? $"[{string.Join($",\n{gap}", items.Chunk(ItemsPerLine(indent)).Select(line => string.Join(", ", line)))}]"
                : $"[{string.Join($",{new string('\n', shape.Length - dimension - 1)}{gap}", items)}]";
        }

        private int ItemsPerLine(int indent) => Math.Max(1, (LineWidth - indent) / (width + 2));
    }
}
