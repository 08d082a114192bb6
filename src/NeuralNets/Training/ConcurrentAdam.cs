using System.Numerics;
using System.Runtime.InteropServices;
using NeuralNets.Scratch.Optimizers;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// Adam, algorithm 1 of Kingma &amp; Ba (2015). Weights in the processor's memory take its step in plain C#: of the eight operations that
/// it takes of torch, each costs more than the arithmetic of a small layer.
/// </summary>
internal sealed class ConcurrentAdam(Tensor[] weights, double lr, double decay) : ConcurrentOptimizer(weights, lr)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;

    // Made once: making a number for libtorch costs about as much as an operation on a layer of a few weights.
    private static readonly Scalar Keep1 = Beta1;
    private static readonly Scalar Keep2 = Beta2;
    private static readonly Scalar New1 = 1 - Beta1;
    private static readonly Scalar New2 = 1 - Beta2;
    private static readonly Scalar Epsilon = 1e-8;
    private static readonly Scalar One = 1;

    private readonly object?[] plain = new object?[weights.Length];
    private readonly Tensor?[] mean = new Tensor?[weights.Length];
    private readonly Tensor?[] square = new Tensor?[weights.Length];
    private readonly int[] steps = new int[weights.Length];

    protected override void Move(int number, Tensor parameter, Tensor gradient)
    {
        if (parameter.device_type == DeviceType.CPU && parameter.is_contiguous() && parameter.dtype == ScalarType.Float64)
            MovePlain<double>(number, parameter, gradient);
        else if (parameter.device_type == DeviceType.CPU && parameter.is_contiguous() && parameter.dtype == ScalarType.Float32)
            MovePlain<float>(number, parameter, gradient);
        else
            MoveTensors(number, parameter, gradient);
    }

    private void MovePlain<T>(int number, Tensor parameter, Tensor gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var adam = (Adam<T>)(plain[number] ??= new Adam<T>(beta1: Beta1, beta2: Beta2, weightDecay: decay));
        adam.LearningRate = LearningRate;
        using var slopes = gradient.contiguous();
        var weights = parameter.bytes;
        adam.Step(MemoryMarshal.Cast<byte, T>(weights), MemoryMarshal.Cast<byte, T>(slopes.bytes));
        parameter.bytes = weights; // Where the tensor lies in libtorch's memory, they are there already.
    }

    private void MoveTensors(int number, Tensor parameter, Tensor gradient)
    {
        var step = ++steps[number];
        var (m, s) = (mean[number] ??= Zeros(parameter), square[number] ??= Zeros(parameter));
        using Scalar correction = 1 / Math.Sqrt(1 - Math.Pow(Beta2, step)), stride = -LearningRate / (1 - Math.Pow(Beta1, step));
        using Scalar penalty = decay;
        var slope = decay == 0 ? gradient : gradient.add(parameter, penalty);
        m.mul_(Keep1).add_(slope, New1);
        s.mul_(Keep2).addcmul_(slope, slope, New2);
        parameter.addcdiv_(m, s.sqrt().mul_(correction).add_(Epsilon, One), stride);
    }

    private static Tensor Zeros(Tensor like) => zeros_like(like).DetachFromDisposeScope(); // A step may have a scope of its own.
}
