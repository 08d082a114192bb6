using System.Collections;

namespace TorchSharp.Utils;

/// <summary>A tensor's numbers as numbers of C#, row by row.</summary>
public sealed class TensorAccessor<T> : IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    public long Count => tensor.numel();

    public T this[params long[] indices]
    {
        get => tensor.Elements<T>()[Position(indices)];
        set => tensor.Set(Position(indices), Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
    }

    public T[] ToArray() => tensor.Elements<T>();

    /// <summary>An array of as many dimensions, of one where the tensor has none.</summary>
    public Array ToNDArray()
    {
        var elements = ToArray();
        var shape = tensor.shape;
        if (shape.Length <= 1)
            return elements;
        var array = NewArray(shape);
        Buffer.BlockCopy(elements, 0, array, 0, Buffer.ByteLength(elements));
        return array;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Arrays are written out, since a program without a compiler at run time knows only those that its source names.</summary>
    private static Array NewArray(long[] shape) => shape switch
    {
        [var a, var b] => new T[a, b],
        [var a, var b, var c] => new T[a, b, c],
        [var a, var b, var c, var d] => new T[a, b, c, d],
        _ => throw new ArgumentException($"Found {shape.Length} dimensions. Expected at most four."),
    };

    private int Position(long[] indices)
    {
        var shape = tensor.shape;
        if (indices.Length == 1 && shape.Length != 1)
            return (int)indices[0];
        var position = 0L;
        for (var dim = 0; dim < shape.Length; dim++)
            position = (position * shape[dim]) + indices[dim];
        return (int)position;
    }
}
