namespace TorchSharp;

/// <summary>
/// Sums in single precision, in the order of libtorch's loops, so that they are the same to the last bit: eight numbers side by side,
/// four strands of those, and in each strand sums of sixteen.
/// </summary>
internal static class SingleSums
{
    private const int Lanes = 8;
    private const int Strands = 4;
    private const int Step = 16;

    /// <summary>The sum of numbers that lie at equal distances.</summary>
    public static double Of(double[] numbers, int start, int stride, int count) =>
        stride == 1 && count >= Lanes ? SideBySide(numbers, start, count) : InStrands(numbers, start, stride, count);

    private static float SideBySide(double[] numbers, int start, int count)
    {
        var (rows, sum) = (count / Lanes, 0f);
        for (var i = rows * Lanes; i < count; i++)
            sum += (float)numbers[start + i];
        for (var lane = 0; lane < Lanes; lane++)
            sum += InStrands(numbers, start + lane, Lanes, rows);
        return sum;
    }

    private static float InStrands(double[] numbers, int start, int stride, int count)
    {
        var each = count / Strands;
        var sum = InSteps(numbers, start, Strands * stride, each);
        for (var i = each * Strands; i < count; i++)
            sum += (float)numbers[start + (i * stride)];
        for (var strand = 1; strand < Strands; strand++)
            sum += InSteps(numbers, start + (strand * stride), Strands * stride, each);
        return sum;
    }

    /// <summary>Every sixteen numbers are a sum of the next level, and every sixteen of those again.</summary>
    private static float InSteps(double[] numbers, int start, int stride, int count)
    {
        var (low, middle, high, at) = (0f, 0f, 0f, start);
        for (var block = 1; block <= count / Step; block++)
        {
            for (var i = 0; i < Step; i++, at += stride)
                low += (float)numbers[at];
            middle += low;
            low = 0;
            if (block % Step == 0)
                (high, middle) = (high + middle, 0);
        }

        for (var i = count / Step * Step; i < count; i++, at += stride)
            low += (float)numbers[at];
        return low + middle + high;
    }
}
