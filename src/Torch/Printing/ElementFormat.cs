using System.Numerics;
using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>The notation of one tensor's elements: the same for all, each filled up to the same width.</summary>
/// <remarks>The rules are those of PyTorch's default print options: precision 4, no choice forced on the notation.</remarks>
internal sealed class ElementFormat
{
    private const int Precision = 4;

    private readonly Func<double, string> write;
    private readonly int width;

    /// <summary>Chooses notation and width for floating-point elements.</summary>
    public ElementFormat(IEnumerable<double> elements)
    {
        var deciding = elements.Where(e => double.IsFinite(e) && e != 0).ToList();
        var magnitudes = deciding.ConvertAll(Math.Abs);
        var (least, greatest) = deciding.Count == 0 ? (1, 1) : (magnitudes.Min(), magnitudes.Max());
        var integers = deciding.TrueForAll(e => e == Math.Ceiling(e));

        if (greatest / least > 1000 || greatest > 1e8 || (!integers && least < 1e-4))
            write = e => PythonNumber.Scientific(e, Precision);
        else if (integers)
            write = e => PythonNumber.Fixed(e, 0) + (double.IsFinite(e) ? "." : "");
        else
            write = e => PythonNumber.Fixed(e, Precision);
        width = deciding.Select(e => write(e).Length).DefaultIfEmpty(1).Max();
    }

    /// <summary>The width in characters.</summary>
    public int Width => width;

    /// <summary>One element, filled up from the left.</summary>
    public string Write(double element) => write(element).PadLeft(width);

    /// <summary>The elements of a tensor that lies in main memory, in order, all of the same width where they can be.</summary>
    /// <returns>The texts, and the width that a line is reckoned with.</returns>
    public static (string[] Texts, int Width) Apply(torch.Tensor tensor) => tensor.dtype switch
    {
        torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64 => Complex(tensor),
        torch.ScalarType.Bool => Padded(Array.ConvertAll(tensor.data<bool>().ToArray(), b => b ? "True" : "False")),
        _ when tensor.is_floating_point() => Floating(Doubles(tensor)),
        _ => Padded(Array.ConvertAll(tensor.to(torch.int64).data<long>()
            .ToArray(), i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))),
    };

    private static double[] Doubles(torch.Tensor tensor) => tensor.to(torch.float64).data<double>().ToArray();

    private static (string[] Texts, int Width) Floating(double[] elements)
    {
        var format = new ElementFormat(elements);
        return (Array.ConvertAll(elements, format.Write), format.Width);
    }

    private static (string[] Texts, int Width) Padded(string[] texts)
    {
        var width = texts.Max(t => t.Length);
        return (Array.ConvertAll(texts, t => t.PadLeft(width)), width);
    }

    /// <summary>Real and imaginary parts have each their own notation and width.</summary>
    private static (string[] Texts, int Width) Complex(torch.Tensor tensor)
    {
        var elements = tensor.to(torch.complex128).data<Complex>().ToArray();
        var real = new ElementFormat(elements.Select(e => e.Real));
        var imaginary = new ElementFormat(elements.Select(e => e.Imaginary));
        return (Array.ConvertAll(elements, e => real.Write(e.Real) + Signed(imaginary.Write(e.Imaginary).TrimStart()) + "j"),
            real.Width + imaginary.Width + 1);
    }

    private static string Signed(string imaginary) => imaginary[0] == '-' ? imaginary : $"+{imaginary}";
}
