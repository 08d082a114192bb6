namespace NeuralNets.Scratch.Autograd;

/// <content>What is computed with tensors, and the derivatives of each.</content>
public sealed partial class Tensor
{
    /// <summary>Sum, number by number.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Join(a, b, (p, q) => p + q, (p, q) => (1, 1));

    /// <summary>Difference, number by number.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Join(a, b, (p, q) => p - q, (p, q) => (1, -1));

    /// <summary>Product, number by number.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Join(a, b, (p, q) => p * q, (p, q) => (q, p));

    /// <summary>Quotient, number by number.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Join(a, b, (p, q) => p / q, (p, q) => (1 / q, -p / (q * q)));

    /// <summary>Negative of each number.</summary>
    public static Tensor operator -(Tensor a) => Map(a, x => -x, (x, y) => -1);

    /// <summary>Power of each number.</summary>
    public Tensor pow(double exponent) => Map(this, x => Math.Pow(x, exponent), (x, y) => exponent * Math.Pow(x, exponent - 1));

    /// <summary>Absolute value of each number; its slope at 0 is 0.</summary>
    public Tensor abs() => Map(this, Math.Abs, (x, y) => Math.Sign(x));

    /// <summary>Exponential of each number.</summary>
    public Tensor exp() => Map(this, Math.Exp, (x, y) => y);

    /// <summary>Natural logarithm of each number.</summary>
    public Tensor log() => Map(this, Math.Log, (x, y) => 1 / x);

    /// <summary>Sine of each number.</summary>
    public Tensor sin() => Map(this, Math.Sin, (x, y) => Math.Cos(x));

    /// <summary>max(x, 0) of each number; its slope at 0 is 0.</summary>
    public Tensor relu() => Map(this, x => Math.Max(x, 0), (x, y) => x > 0 ? 1 : 0);

    /// <summary>Hyperbolic tangent of each number.</summary>
    public Tensor tanh() => Map(this, Math.Tanh, (x, y) => 1 - (y * y));

    /// <summary>1 / (1 + exp(−x)) of each number.</summary>
    public Tensor sigmoid() => Map(this, x => 1 / (1 + Math.Exp(-x)), (x, y) => y * (1 - y));

    /// <summary>Exponentials along a dimension as shares of their sum.</summary>
    /// <param name="dim">The dimension; negative ones count from the end.</param>
    public Tensor softmax(int dim)
    {
        var powers = (this - data.Max()).exp(); // The same shares, and no exponential grows beyond 1.
        return powers / powers.sum(dim, keepdim: true);
    }

    /// <summary>Sum of all numbers, without dimensions.</summary>
    public Tensor sum() => new([data.Sum()], [], [this], pulled => Add(i => pulled[0]));

    /// <summary>Sums along one dimension.</summary>
    /// <param name="dim">The dimension; negative ones count from the end.</param>
    /// <param name="keepdim">True if it stays, with size 1.</param>
    public Tensor sum(int dim, bool keepdim = false)
    {
        var at = dim < 0 ? shape.Length + dim : dim;
        long[] kept = [.. shape[..at], 1, .. shape[(at + 1)..]];
        var (sums, target) = (new double[Broadcasting.Count(kept)], Broadcasting.Indices(kept, shape));
        for (var i = 0; i < data.Length; i++)
            sums[target[i]] += data[i];
        return new(sums, keepdim ? kept : [.. shape[..at], .. shape[(at + 1)..]], [this], pulled => Add(i => pulled[target[i]]));
    }

    /// <summary>Mean of all numbers, without dimensions.</summary>
    public Tensor mean() => sum() / data.Length;

    /// <summary>The same numbers in another shape.</summary>
    /// <param name="sizes">The sizes; one may be −1, which stands for what is left.</param>
    public Tensor reshape(params long[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var known = Broadcasting.Count([.. sizes.Where(size => size != -1)]);
        long[] shaped = [.. sizes.Select(size => size == -1 ? data.Length / Math.Max(known, 1) : size)];
        return new(data, shaped, [this], pulled => Add(i => pulled[i]));
    }

    /// <summary>Rows become columns: shape [m, n] becomes [n, m].</summary>
    public Tensor t()
    {
        var (rows, columns) = Matrix("t");
        double[] turned = Transposed(data, rows, columns);
        return new(turned, [columns, rows], [this], pulled => Add(i => pulled[(i % columns * rows) + (i / columns)]));
    }

    /// <summary>Matrix product: shapes [m, k] and [k, n] give [m, n].</summary>
    /// <param name="other">The right-hand matrix.</param>
    /// <exception cref="ArgumentException">One is no matrix, or their inner sizes differ.</exception>
    public Tensor matmul(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var ((m, k), (inner, n)) = (Matrix("matmul"), other.Matrix("matmul"));
        if (k != inner)
            throw new ArgumentException(
                $"Found shapes {Show(shape)} and {Show(other.shape)}. Expected as many columns as the other has rows.", nameof(other));
        var product = new double[m * n];
        AddProduct(product, data, other.data, m, k, n);
        return new(product, [m, n], [this, other], pulled =>
        {
            if (Slopes() is { } left)
                AddProduct(left, pulled, Transposed(other.data, k, n), m, n, k);
            if (other.Slopes() is { } right)
                AddProduct(right, Transposed(data, m, k), pulled, k, m, n);
        });
    }

    private static Tensor Map(Tensor a, Func<double, double> function, Func<double, double, double> slope)
    {
        var results = Array.ConvertAll(a.data, x => function(x));
        return new(results, a.shape, [a], pulled => a.Add(i => pulled[i] * slope(a.data[i], results[i])));
    }

    private static Tensor Join(Tensor a, Tensor b, Func<double, double, double> function, Func<double, double, (double A, double B)> slope)
    {
        var shape = Broadcasting.Shape(a.shape, b.shape);
        var (atA, atB) = (Broadcasting.Indices(a.shape, shape), Broadcasting.Indices(b.shape, shape));
        var results = new double[atA.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = function(a.data[atA[i]], b.data[atB[i]]);
        return new(results, shape, [a, b], pulled =>
        {
            var (slopesA, slopesB) = (a.Slopes(), b.Slopes());
            for (var i = 0; i < pulled.Length; i++)
            {
                var local = slope(a.data[atA[i]], b.data[atB[i]]);
                if (slopesA is not null)
                    slopesA[atA[i]] += pulled[i] * local.A;
                if (slopesB is not null)
                    slopesB[atB[i]] += pulled[i] * local.B;
            }
        });
    }

    private static void AddProduct(double[] sums, double[] a, double[] b, int m, int k, int n)
    {
        for (var row = 0; row < m; row++)
            for (var inner = 0; inner < k; inner++)
                for (var column = 0; column < n; column++)
                    sums[(row * n) + column] += a[(row * k) + inner] * b[(inner * n) + column];
    }

    private static double[] Transposed(double[] matrix, int rows, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => matrix[(i % rows * columns) + (i / rows)])];

    private (int Rows, int Columns) Matrix(string operation) => shape.Length == 2
        ? ((int)shape[0], (int)shape[1])
        : throw new ArgumentException($"Found shape {Show(shape)}. Expected two dimensions for {operation}.");
}
