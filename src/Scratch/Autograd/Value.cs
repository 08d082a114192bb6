namespace NeuralNets.Scratch.Autograd;

/// <summary>
/// A number that remembers from which numbers it was computed, and how fast it grows with each: so it can say how it depends
/// on all that went into it. Names are torch's.
/// </summary>
/// <remarks>
/// Reverse-mode differentiation: Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16, 1976; in this form
/// after A. Karpathy's micrograd.
/// </remarks>
public sealed class Value
{
    private readonly (Value Input, double Slope)[] inputs;

    /// <summary>A number to begin with.</summary>
    /// <param name="data">The number.</param>
    public Value(double data)
        : this(data, [])
    {
    }

    private Value(double data, params (Value Input, double Slope)[] inputs) => (this.data, this.inputs) = (data, inputs);

    /// <summary>The number.</summary>
    public double data { get; set; }

    /// <summary>The derivative of what <see cref="backward"/> was called on by this number; it adds up over calls.</summary>
    public double grad { get; set; }

    /// <summary>A number as a constant of a formula.</summary>
    public static implicit operator Value(double data) => new(data);

    /// <summary>Sum.</summary>
    public static Value operator +(Value a, Value b) => new(a.data + b.data, (a, 1), (b, 1));

    /// <summary>Difference.</summary>
    public static Value operator -(Value a, Value b) => new(a.data - b.data, (a, 1), (b, -1));

    /// <summary>Negative.</summary>
    public static Value operator -(Value a) => new(-a.data, (a, -1));

    /// <summary>Product.</summary>
    public static Value operator *(Value a, Value b) => new(a.data * b.data, (a, b.data), (b, a.data));

    /// <summary>Quotient.</summary>
    public static Value operator /(Value a, Value b) => a * b.pow(-1);

    /// <summary>Power.</summary>
    public Value pow(double exponent) => new(Math.Pow(data, exponent), (this, exponent * Math.Pow(data, exponent - 1)));

    /// <summary>Exponential.</summary>
    public Value exp() => new(Math.Exp(data), (this, Math.Exp(data)));

    /// <summary>Natural logarithm.</summary>
    public Value log() => new(Math.Log(data), (this, 1 / data));

    /// <summary>max(x, 0); its slope at 0 is 0.</summary>
    public Value relu() => new(Math.Max(data, 0), (this, data > 0 ? 1 : 0));

    /// <summary>Hyperbolic tangent.</summary>
    public Value tanh() => new(Math.Tanh(data), (this, 1 - (Math.Tanh(data) * Math.Tanh(data))));

    /// <summary>1 / (1 + exp(−x)).</summary>
    public Value sigmoid() => 1 / (1 + (-this).exp());

    /// <summary>Adds to the <see cref="grad"/> of every number that went into this one the derivative of this one by it.</summary>
    public void backward()
    {
        var order = Graph.InputsFirst(this, value => value.inputs.Select(edge => edge.Input));
        var slope = order.ToDictionary(value => value, _ => 0.0);
        slope[this] = 1;
        foreach (var value in order.Reverse())
        {
            value.grad += slope[value];
            foreach (var (input, local) in value.inputs)
                slope[input] += slope[value] * local;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{data:0.####} (grad {grad:0.####})";
}
