using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Products of matrices whose numbers lie row by row, rounded after each step as their kind asks.</summary>
internal static class Matrices
{
    private const int Lanes = 4;

    /// <summary>A·B of shapes [m, k] and [k, n].</summary>
    public static double[] Product(double[] a, double[] b, int m, int k, int n, ScalarType type) => type == ScalarType.Float32
        ? Product(a, b, m, k, n, (k, 1), default(Precisions.Single))
        : Product(a, b, m, k, n, (k, 1), default(Precisions.Double));

    /// <summary>Aᵀ·B of shapes [k, m] and [k, n].</summary>
    public static double[] TransposedBy(double[] a, double[] b, int m, int k, int n, ScalarType type) => type == ScalarType.Float32
        ? Product(a, b, m, k, n, (1, m), default(Precisions.Single))
        : Product(a, b, m, k, n, (1, m), default(Precisions.Double));

    /// <summary>A·Bᵀ of shapes [m, k] and [n, k].</summary>
    public static double[] ByTransposed(double[] a, double[] b, int m, int k, int n, ScalarType type)
    {
        if (k == 1)
            return Product(a, b, m, k, n, type); // A column turned is a row.
        var product = new double[m * n];
        for (int row = 0, to = 0; row < m; row++)
        {
            for (var column = 0; column < n; column++, to++)
            {
                product[to] = type == ScalarType.Float32
                    ? Dot(a, row * k, b, column * k, k, default(Precisions.Single))
                    : Dot(a, row * k, b, column * k, k, default(Precisions.Double));
            }
        }

        return product;
    }

    /// <summary>Row after row, added up one after the other; the strides are those of A.</summary>
    private static double[] Product<T>(double[] a, double[] b, int m, int k, int n, (int Row, int Column) strides, T precision)
        where T : struct, IPrecision
    {
        var product = new double[m * n];
        for (var row = 0; row < m; row++)
        {
            for (var i = 0; i < k; i++)
            {
                var factor = a[(row * strides.Row) + (i * strides.Column)];
                for (int column = 0, to = row * n, from = i * n; column < n; column++, to++)
                    product[to] = precision.Round(product[to] + precision.Round(factor * b[from++]));
            }
        }

        return product;
    }

    /// <summary>What is beyond a multiple of eight one after the other, the rest in four lanes, as libtorch's library does it.</summary>
    private static double Dot<T>(double[] a, int p, double[] b, int q, int k, T precision)
        where T : struct, IPrecision
    {
        var head = k < 2 * Lanes ? k : k % (2 * Lanes);
        var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        for (; i < head; i++)
            s0 = precision.Round(s0 + precision.Round(a[p + i] * b[q + i]));
        for (; i < k; i += Lanes)
        {
            s0 = precision.Round(s0 + precision.Round(a[p + i] * b[q + i]));
            s1 = precision.Round(s1 + precision.Round(a[p + i + 1] * b[q + i + 1]));
            s2 = precision.Round(s2 + precision.Round(a[p + i + 2] * b[q + i + 2]));
            s3 = precision.Round(s3 + precision.Round(a[p + i + 3] * b[q + i + 3]));
        }

        return precision.Round(precision.Round(s0 + s2) + precision.Round(s1 + s3));
    }
}
