using System.Numerics;
using NeuralNets.Scratch.Recurrent;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Scratch.Tests.Recurrent;

public class RecurrentLayerTests
{
    private const int Inputs = 3;
    private const int Steps = 7;

    public static TheoryData<string, int, int, bool, bool> Cases => new()
    {
        { "RNN", 5, 6, false, false }, { "RNN", 70, 8, true, true },
        { "LSTM", 1, 4, true, false }, { "LSTM", 70, 5, false, false },
        { "GRU", 33, 8, false, false }, { "GRU", 70, 5, true, true }, { "GRU", 2, 1, true, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void StatesAndAllDerivativesAreTorchs(string kind, int samples, int hidden, bool everyStep, bool reversed)
    {
        Compare<double>(kind, samples, hidden, everyStep, reversed, 1e-12);
        Compare<float>(kind, samples, hidden, everyStep, reversed, 1e-4);
    }

    [Fact]
    public void TheSecondWayThroughOneLayerForgetsTheFirst()
    {
        var layer = new RecurrentLayer<double>(new LstmCell<double>(), Inputs, 2);
        var weights = Parameters(Torchs("LSTM", 2)).Select(Numbers<double>).ToArray();
        var (x, again, other) = (Numbers<double>(randn(9, Steps, Inputs)), new double[18], new double[18]);
        layer.Forward(new(weights[0], weights[1], weights[2], weights[3]), x, Steps, again, keep: false);
        layer.Forward(new(weights[0], weights[1], weights[2], weights[3]), x, Steps, other);

        Assert.Equal(again, other);
        Assert.Contains(other, state => state != 0);
    }

    [Fact]
    public void RoomThatDoesNotFitIsRefused()
    {
        var layer = new RecurrentLayer<double>(new SimpleCell<double>(), Inputs, 2);

        var error = Assert.Throws<ArgumentException>(() => layer.Forward(default, new double[10], 1, new double[2]));
        Assert.Contains("10 numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAWayForwardThereIsNoneBack()
    {
        var layer = new RecurrentLayer<double>(new SimpleCell<double>(), Inputs, 2);

        Assert.Throws<InvalidOperationException>(() => layer.Backward(new double[2], default));
    }

    private static void Compare<T>(string kind, int samples, int hidden, bool everyStep, bool reversed, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var scope = NewDisposeScope();
        manual_seed(samples + hidden);
        var type = typeof(T) == typeof(float) ? ScalarType.Float32 : ScalarType.Float64;
        var torchs = Torchs(kind, hidden).to(type);
        var x = randn([samples, Steps, Inputs], type).requires_grad_();
        var sequence = reversed ? x.flip(1) : x;
        var all = torchs is LSTM lstm ? lstm.forward(sequence).Item1
            : ((nn.Module<Tensor, Tensor?, (Tensor, Tensor)>)torchs).forward(sequence, null).Item1;
        var states = everyStep ? reversed ? all.flip(1) : all : all[.., -1];
        var byStates = randn_like(states);
        (states * byStates).sum().backward();

        Cell<T> cell = kind switch { "RNN" => new SimpleCell<T>(), "LSTM" => new LstmCell<T>(), _ => new GruCell<T>() };
        var layer = new RecurrentLayer<T>(cell, Inputs, hidden);
        var weights = Parameters(torchs).Select(Numbers<T>).ToArray();
        var byWeights = weights.Select(w => new T[w.Length]).ToArray();
        var (own, byInputs) = (new T[states.numel()], new T[x.numel()]);
        layer.Forward(new(weights[0], weights[1], weights[2], weights[3]), Numbers<T>(x), Steps, own, reversed);
        layer.Backward(Numbers<T>(byStates), new(byWeights[0], byWeights[1], byWeights[2], byWeights[3]), byInputs, reversed);

        AssertClose(states, own, tolerance);
        AssertClose(x.grad!, byInputs, tolerance);
        foreach (var (parameter, derivatives) in Parameters(torchs).Zip(byWeights))
            AssertClose(parameter.grad!, derivatives, tolerance * samples);
    }

    private static nn.Module Torchs(string kind, int hidden) => kind switch
    {
        "RNN" => nn.RNN(Inputs, hidden, batchFirst: true),
        "LSTM" => nn.LSTM(Inputs, hidden, batchFirst: true),
        _ => nn.GRU(Inputs, hidden, batchFirst: true),
    };

    private static Parameter[] Parameters(nn.Module net) => [.. net.parameters()];

    private static T[] Numbers<T>(Tensor tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. tensor.detach().to(ScalarType.Float64).contiguous().data<double>().Select(T.CreateChecked)];

    private static void AssertClose<T>(Tensor expected, T[] found, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var (e, f) in Numbers<T>(expected).Zip(found))
            Assert.Equal(double.CreateChecked(e), double.CreateChecked(f), tolerance);
    }
}
