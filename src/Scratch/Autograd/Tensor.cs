using System.Globalization;

namespace NeuralNets.Scratch.Autograd;

/// <summary>
/// A block of numbers in double precision that remembers how it was computed, as torch's tensors do and under their names.
/// Tensors of different shapes broadcast: sizes are matched from the last on, and a 1, or nothing, is stretched.
/// </summary>
public sealed partial class Tensor
{
    private readonly Tensor[] inputs = [];
    private readonly Action<double[]> pullBack = _ => { };

    /// <summary>A block of numbers to begin with.</summary>
    /// <param name="data">The numbers, row by row.</param>
    /// <param name="shape">The size along each dimension; their product is the number of numbers.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than the shape says.</exception>
    public Tensor(double[] data, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shape);
        if (data.Length != Broadcasting.Count(shape))
            throw new ArgumentException(
                $"Found {data.Length} numbers. Expected {Broadcasting.Count(shape)} for shape {Show(shape)}.", nameof(data));
        (this.data, this.shape) = (data, shape);
    }

    private Tensor(double[] data, long[] shape, Tensor[] inputs, Action<double[]> pullBack)
        : this(data, shape)
    {
        if (!inputs.Any(input => input.requires_grad))
            return;
        (this.inputs, this.pullBack, requires_grad) = (inputs, pullBack, true);
    }

    /// <summary>The numbers, row by row.</summary>
    public double[] data { get; }

    /// <summary>The size along each dimension.</summary>
    public long[] shape { get; }

    /// <summary>True if derivatives by these numbers are wanted.</summary>
    public bool requires_grad { get; set; }

    /// <summary>The derivatives of what <see cref="backward"/> was called on, of this shape; null before. They add up over calls.</summary>
    public Tensor? grad { get; set; }

    /// <summary>A number as a tensor without dimensions.</summary>
    public static implicit operator Tensor(double number) => new([number]);

    /// <summary>The number of a tensor that has only one.</summary>
    /// <exception cref="InvalidOperationException">It has another number of numbers.</exception>
    public double item() => data.Length == 1
        ? data[0]
        : throw new InvalidOperationException($"Found shape {Show(shape)}. Only a tensor of one number is a number.");

    /// <summary>The same numbers, without their history.</summary>
    public Tensor detach() => new(data, shape);

    /// <summary>Adds to the <see cref="grad"/> of every tensor that went into this one the derivatives of this number by it.</summary>
    /// <exception cref="InvalidOperationException">This tensor is more than one number, or nothing in it requires a gradient.</exception>
    public void backward()
    {
        _ = item();
        if (!requires_grad)
            throw new InvalidOperationException("Nothing in this number requires a gradient; set requires_grad where one is wanted.");
        var order = Graph.InputsFirst(this, tensor => tensor.inputs);
        foreach (var inner in order.Where(tensor => tensor.inputs.Length > 0))
            inner.grad = new(new double[inner.data.Length], inner.shape); // Only the leaves add up over calls.
        (grad ??= new(new double[1], shape)).data[0] += 1;
        foreach (var tensor in order.Reverse())
            tensor.pullBack(tensor.grad?.data ?? []);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"tensor of shape {Show(shape)}: "
        + string.Join(" ", data.Take(12).Select(number => number.ToString("0.####", CultureInfo.InvariantCulture)))
        + (data.Length > 12 ? " …" : "");

    private static string Show(long[] shape) => $"[{string.Join(", ", shape)}]";

    /// <summary>Where the derivatives by this tensor add up; null where nobody wants them.</summary>
    private double[]? Slopes() => requires_grad ? (grad ??= new(new double[data.Length], shape)).data : null;

    private void Add(Func<int, double> slope)
    {
        if (Slopes() is { } slopes)
            for (var i = 0; i < slopes.Length; i++)
                slopes[i] += slope(i);
    }
}
