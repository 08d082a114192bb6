using System.Numerics;
using NeuralNets.Scratch.Perceptrons;
using static TorchSharp.torch;

namespace NeuralNets.Data;

/// <summary>Samples as tensors: what a network learns from.</summary>
/// <param name="X">The features, one row per sample: shape [n, features].</param>
/// <param name="Y">The targets, one row per sample: shape [n, outputs].</param>
/// <param name="YTrue">The noise-free targets where they are known, length n; a training then records its MSE against them.</param>
public sealed record DataSet(Tensor X, Tensor Y, IReadOnlyList<double>? YTrue = null)
{
    /// <summary>Number of samples, n.</summary>
    public long Count => Y.shape[0];

    /// <summary>The chapter's sample in single precision, X and Y of shape [n, 1].</summary>
    public static DataSet Of(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return new DataSet(Column(sample.X), Column(sample.Y), sample.YTrue);
    }

    /// <summary>One feature and one target per sample, in single precision, X and Y of shape [n, 1].</summary>
    /// <exception cref="ArgumentException">The two lengths differ, or there is no sample.</exception>
    public static DataSet Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        RequireSamples(x.Count, y.Count);
        return new DataSet(Column(x), Column(y));
    }

    /// <summary>Several features and one target per sample, in single precision, X of shape [n, features], Y of shape [n, 1].</summary>
    /// <param name="x">The features, one row per sample.</param>
    /// <param name="y">The target of each row.</param>
    /// <exception cref="ArgumentException">The number of rows and of targets differ, or there is no sample.</exception>
    public static DataSet Of(double[,] x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        RequireSamples(x.GetLength(0), y.Count);
        using var features = tensor(x);
        return new DataSet(features.to_type(ScalarType.Float32), Column(y));
    }

    /// <summary>Some of the samples, copied.</summary>
    /// <param name="rows">Their numbers, from 0, in the order wanted; a number may come more than once.</param>
    public DataSet Take(IReadOnlyCollection<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var index = tensor(rows.Select(row => (long)row).ToArray(), device: X.device);
        return new DataSet(X.index_select(0, index), Y.index_select(0, index), YTrue is null ? null : [.. rows.Select(row => YTrue[row])]);
    }

    /// <summary>The same samples on another device, where a network on that device can use them.</summary>
    public DataSet To(Device device) => this with { X = X.to(device), Y = Y.to(device) };

    /// <summary>The same samples for a network in plain C#, copied.</summary>
    /// <typeparam name="T">Single or double precision, whatever the tensors have.</typeparam>
    public Samples<T> ToSamples<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(X.Numbers<T>(), (int)X.shape[1], Y.Numbers<T>(), (int)Y.shape[1]);

    private static Tensor Column(IReadOnlyList<double> values) =>
        tensor(values.Select(value => (float)value).ToArray(), values.Count, 1);

    private static void RequireSamples(int rows, int targets)
    {
        if (rows != targets)
            throw new ArgumentException($"x has {rows} samples and y has {targets}; they must be equally many.", nameof(targets));
        if (rows == 0)
            throw new ArgumentException("x and y are empty; a data set needs at least 1 sample.", nameof(rows));
    }
}
