namespace TorchSharp;

/// <summary>Products of matrices whose numbers lie row by row.</summary>
internal static class Matrices
{
    /// <summary>A·B of shapes [m, k] and [k, n].</summary>
    public static double[] Product(double[] a, double[] b, int m, int k, int n)
    {
        var product = new double[m * n];
        for (var row = 0; row < m; row++)
            for (var i = 0; i < k; i++)
            {
                var factor = a[(row * k) + i];
                for (int column = 0, to = row * n, from = i * n; column < n; column++)
                    product[to++] += factor * b[from++];
            }

        return product;
    }

    /// <summary>A·Bᵀ of shapes [m, k] and [n, k].</summary>
    public static double[] ByTransposed(double[] a, double[] b, int m, int k, int n)
    {
        var product = new double[m * n];
        var to = 0;
        for (var row = 0; row < m; row++)
            for (var column = 0; column < n; column++)
            {
                var sum = 0.0;
                for (int i = 0, p = row * k, q = column * k; i < k; i++)
                    sum += a[p++] * b[q++];
                product[to++] = sum;
            }

        return product;
    }

    /// <summary>Aᵀ·B of shapes [k, m] and [k, n].</summary>
    public static double[] TransposedBy(double[] a, double[] b, int m, int k, int n)
    {
        var product = new double[m * n];
        for (var i = 0; i < k; i++)
            for (var row = 0; row < m; row++)
            {
                var factor = a[(i * m) + row];
                for (int column = 0, to = row * n, from = i * n; column < n; column++)
                    product[to++] += factor * b[from++];
            }

        return product;
    }
}
