namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var (first, by) = (start.Value, step.Value);
        if ((stop.Value - first) / by is not >= 0)
            throw Errors.Torch("upper bound and lower bound inconsistent with step sign");
        var isWhole = !start.Type.IsFloating() && !stop.Type.IsFloating() && !step.Type.IsFloating();
        var count = (int)Math.Ceiling((stop.Value - first) / by);
        double[] numbers = [.. Enumerable.Range(0, count).Select(i => first + (i * by))];
        return New(numbers, [count], dtype ?? (isWhole ? ScalarType.Int64 : null), device, requires_grad);
    }

    /// <summary>Numbers at equal distances, reckoned from the nearer end.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var isSingle = (dtype ?? defaultType) == ScalarType.Float32;
        if (isSingle)
            (start, end) = ((float)start, (float)end);
        var step = isSingle ? (float)((float)(end - start) / (float)(steps - 1)) : (end - start) / (steps - 1);
        var numbers = new double[steps];
        for (var i = 0; i < steps; i++)
            numbers[i] = steps == 1 || i < steps / 2
                ? Math.FusedMultiplyAdd(i, step, start)
                : Math.FusedMultiplyAdd(i + 1 - steps, step, end);
        if (steps == 1)
            numbers[0] = start;
        return New(numbers, [steps], dtype, device, requires_grad);
    }

    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var width = columns < 0 ? rows : columns;
        var numbers = new double[rows * width];
        for (var i = 0; i < Math.Min(rows, width); i++)
            numbers[(i * width) + i] = 1;
        return New(numbers, [rows, width], dtype, device, requires_grad);
    }
}
