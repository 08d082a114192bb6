using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What may stand between the brackets behind a tensor, for one dimension.</summary>
public readonly struct TensorIndex
{
    public static readonly TensorIndex Ellipsis = new(Sort.Ellipsis);
    public static readonly TensorIndex None = new(Sort.None);
    public static readonly TensorIndex Colon = Slice();

    private TensorIndex(Sort sort, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null) =>
        (Kind, Start, Stop, Step, Which) = (sort, start, stop, step, tensor);

    internal enum Sort
    {
        Single,
        Slice,
        Ellipsis,
        None,
        Tensor,
    }

    internal Sort Kind { get; }

    internal long? Start { get; }

    internal long? Stop { get; }

    internal long? Step { get; }

    internal Tensor? Which { get; }

    public static implicit operator TensorIndex(long value) => Single(value);

    public static implicit operator TensorIndex(Index index) => Single(FromFront(index));

    public static implicit operator TensorIndex(Range range) => Slice(range);

    public static TensorIndex Single(long? index) => index is null ? None : new(Sort.Single, index);

    public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Sort.Slice, start, stop, step);

    public static TensorIndex Slice(Range range) =>
        Slice(FromFront(range.Start), range.End.Equals(Index.End) ? null : FromFront(range.End));

    public static TensorIndex Tensor(Tensor tensor) => new(Sort.Tensor, tensor: tensor);

    private static long FromFront(Index index) => index.IsFromEnd ? -index.Value : index.Value;
}
