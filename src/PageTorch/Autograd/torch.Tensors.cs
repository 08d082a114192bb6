namespace TorchSharp;

public static partial class torch
{
    public static Tensor tensor(
        double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New([scalar], [], dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((IList<double>)rawArray, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers(rawArray), [rawArray.Count], dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(
        IList<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [.. dimensions], dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(
        IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [rows, columns], dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(
        double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<double>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(
        double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<double>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Float64, device, requires_grad);

    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        New([scalar], [], ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((IList<float>)rawArray, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers(rawArray), [rawArray.Count], dtype ?? ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(
        IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [.. dimensions], dtype ?? ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(
        IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [rows, columns], dtype ?? ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(
        float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<float>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(
        float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<float>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Float32, device, requires_grad);

    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New([scalar], [], dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(
        long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((IList<long>)rawArray, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers(rawArray), [rawArray.Count], dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(
        IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [.. dimensions], dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(
        IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [rows, columns], dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(
        long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<long>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(
        long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<long>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Int64, device, requires_grad);

    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        New([scalar], [], ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((IList<int>)rawArray, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers(rawArray), [rawArray.Count], dtype ?? ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(
        IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [.. dimensions], dtype ?? ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(
        IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [rows, columns], dtype ?? ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(
        int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<int>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(
        int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<int>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Int32, device, requires_grad);

    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New([scalar ? 1 : 0], [], dtype ?? ScalarType.Bool, device, requires_grad);

    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((IList<bool>)rawArray, dtype, device, requires_grad);

    public static Tensor tensor(
        IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers(rawArray), [rawArray.Count], dtype ?? ScalarType.Bool, device, requires_grad);

    public static Tensor tensor(
        IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [.. dimensions], dtype ?? ScalarType.Bool, device, requires_grad);

    public static Tensor tensor(
        IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Shaped(Numbers(rawArray), [rows, columns], dtype ?? ScalarType.Bool, device, requires_grad);

    public static Tensor tensor(
        bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<bool>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Bool, device, requires_grad);

    public static Tensor tensor(
        bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        New(Numbers<bool>(rawArray), Sizes(rawArray), dtype ?? ScalarType.Bool, device, requires_grad);

    private static Tensor New(double[] numbers, long[] shape, ScalarType? type, Device? device, bool requires_grad)
    {
        using var made = Tensor.Of(numbers, shape, type ?? defaultType);
        return made.to(device ?? CPU).requires_grad_(requires_grad);
    }

    private static Tensor Shaped(double[] numbers, long[] shape, ScalarType type, Device? device, bool requires_grad) =>
        Shapes.Count(shape) == numbers.Length
            ? New(numbers, shape, type, device, requires_grad)
            : throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {Shapes.Count(shape)} vs. {numbers.Length}");

    private static double[] Numbers<T>(IList<T> rawArray)
    {
        var numbers = new double[rawArray.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Number(rawArray[i]);
        return numbers;
    }

    private static double[] Numbers<T>(Array rawArray) => [.. rawArray.Cast<T>().Select(Number)];

    private static double Number<T>(T value) => value switch
    {
        double number => number,
        float number => number,
        long number => number,
        int number => number,
        _ => value is true ? 1 : 0,
    };

    private static long[] Sizes(Array rawArray) => [.. Enumerable.Range(0, rawArray.Rank).Select(dim => rawArray.GetLongLength(dim))];
}
