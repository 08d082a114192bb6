using System.Numerics;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>What is done to a sum of products before it is written.</summary>
internal interface IFinish
{
    /// <summary>The number to write.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="result">What stood there before: on the way back, what the activation gave.</param>
    static abstract Vector<T> Of<T>(Vector<T> sum, Vector<T> result);
}

/// <summary>Nothing.</summary>
internal readonly struct Plain : IFinish
{
    public static Vector<T> Of<T>(Vector<T> sum, Vector<T> result) => sum;
}

/// <summary>ReLU; the order of its two arguments lets what is not a number through.</summary>
internal readonly struct Relu : IFinish
{
    public static Vector<T> Of<T>(Vector<T> sum, Vector<T> result) => Vector.MaxNative(Vector<T>.Zero, sum);
}

/// <summary>Times the slope of ReLU.</summary>
internal readonly struct ReluSlope : IFinish
{
    public static Vector<T> Of<T>(Vector<T> sum, Vector<T> result) =>
        Vector.ConditionalSelect(Vector.GreaterThan(result, Vector<T>.Zero), sum, Vector<T>.Zero);
}

/// <summary>Times the slope of tanh, which its result a knows: 1 − a².</summary>
internal readonly struct TanhSlope : IFinish
{
    public static Vector<T> Of<T>(Vector<T> sum, Vector<T> result) => sum * (Vector<T>.One - (result * result));
}

/// <summary>Times the slope of the sigmoid function: a (1 − a).</summary>
internal readonly struct SigmoidSlope : IFinish
{
    public static Vector<T> Of<T>(Vector<T> sum, Vector<T> result) => sum * (result * (Vector<T>.One - result));
}
