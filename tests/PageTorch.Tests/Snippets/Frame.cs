using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NeuralNets.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

public static class Lines
{
    static Tensor x => tensor(new[,] { { 1f, 2f }, { 3f, 4f }, { 5f, 6f } }, requires_grad: true);
    static Tensor y => tensor(new[] { 1f, 2f }, requires_grad: true);
    static Tensor i => tensor(new long[] { 1, 2, 3 });
    static Tensor b => tensor(new[] { true, false });
    static Tensor d => tensor(new[] { 1.0, 2.0 });
    static Tensor wave => linspace(-3, 3, 12, dtype: float64).sin().reshape(4, 3);

    public static string Show(object value) => value switch
    {
        null => "null",
        Tensor tensor => tensor.Repr(),
        nn.Module module => module.Repr(),
        optim.Optimizer optimizer => optimizer.Repr(),
        string text => text,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// Numbers, which are compared within the tolerance of their kind.
    static string N(Tensor tensor) => $"numbers of {tensor.dtype}: " + string.Join(" ",
        Doubles(tensor).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    /// Numbers to the last bit.
    static string Bits(Tensor tensor) => tensor.dtype == float32
        ? string.Join(" ", tensor.detach().contiguous().data<float>().ToArray().Select(BitConverter.SingleToInt32Bits))
        : string.Join(" ", Doubles(tensor).Select(BitConverter.DoubleToInt64Bits));

    static double[] Doubles(Tensor tensor) => tensor.detach().to(float64).contiguous().data<double>().ToArray();

    /// Result and derivatives of a loss.
    static string LossOf(nn.Module<Tensor, Tensor, Tensor> loss, ScalarType type)
    {
        var (input, target) = (wave.to(type).requires_grad_(), (wave.cos() - 0.3).to(type).requires_grad_());
        var value = loss.forward(input, target);
        (value * value).sum().backward();
        return N(cat(new[] { value.detach().flatten(), input.grad.flatten(), target.grad.flatten() }));
    }

    /// What a module makes of numbers, and the derivatives of its parameters.
    static string Pass(nn.Module<Tensor, Tensor> module, ScalarType type)
    {
        var input = wave.to(type).requires_grad_();
        module = module.to(type);
        var value = module.forward(input);
        (value * value).sum().backward();
        return N(cat(new[] { value.detach().flatten(), input.grad.flatten() }
            .Concat(module.parameters().Select(parameter => parameter.grad.flatten())).ToArray()));
    }

    /// A network after 100 steps.
    static string Steps(Func<IEnumerable<Parameter>, optim.Optimizer> make, ScalarType type)
    {
        manual_seed(3);
        var net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)).to(type);
        var (input, target) = (wave.to(type), wave.sum(1L, keepdim: true).to(type));
        var optimizer = make(net.parameters());
        for (var step = 0; step < 100; step++)
        {
            optimizer.zero_grad();
            nn.functional.mse_loss(net.forward(input), target).backward();
            optimizer.step();
        }

        return N(cat(net.parameters().Select(parameter => parameter.detach().flatten()).ToArray()));
    }

// Lines
}

public class Own : nn.Module<Tensor, Tensor>
{
    private readonly Linear line = nn.Linear(2, 1);
    public Parameter shift = new(ones(1));

    public Own() : base("Own") => RegisterComponents();

    public override Tensor forward(Tensor input) => line.forward(input) + shift;
}
