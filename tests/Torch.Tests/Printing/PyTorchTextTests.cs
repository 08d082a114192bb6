using NeuralNets.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Torch;

public class PyTorchTextTests
{
    private static readonly Parameter[] Parameters = [nn.Linear(1, 1).bias!];

    public static TheoryData<string, optim.Optimizer> Optimizers => new()
    {
        {
            "SGD (\nParameter Group 0\n    dampening: 0\n    lr: 0.1\n    maximize: False\n    momentum: 0\n"
            + "    nesterov: False\n    weight_decay: 0\n)",
            optim.SGD(Parameters, 0.1)
        },
        {
            "SGD (\nParameter Group 0\n    dampening: 0\n    lr: 0.1\n    maximize: False\n    momentum: 0.8\n"
            + "    nesterov: False\n    weight_decay: 0\n)",
            optim.SGD(Parameters, 0.1, momentum: 0.8)
        },
        {
            "RMSprop (\nParameter Group 0\n    alpha: 0.9\n    centered: False\n    eps: 1e-08\n    lr: 0.1\n"
            + "    maximize: False\n    momentum: 0\n    weight_decay: 0\n)",
            optim.RMSProp(Parameters, 0.1, alpha: 0.9)
        },
        {
            "Adam (\nParameter Group 0\n    amsgrad: False\n    betas: (0.9, 0.99)\n    eps: 1e-08\n    lr: 0.1\n"
            + "    maximize: False\n    weight_decay: 0\n)",
            optim.Adam(Parameters, 0.1, beta2: 0.99)
        },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void An_optimizer_is_printed_with_the_settings_that_TorchSharp_has(string expected, optim.Optimizer optimizer) =>
        Assert.Equal(expected, optimizer.Repr());

    [Fact]
    public void Each_parameter_group_is_printed()
    {
        using var optimizer = optim.SGD(new SGD.ParamGroup[] { new(Parameters, 0.1), new(nn.Linear(1, 1).parameters(), 0.5) }, 0.1);
        var lines = optimizer.Repr().Split('\n');
        Assert.Equal(["Parameter Group 0", "    lr: 0.1", "", "Parameter Group 1", "    lr: 0.5"],
            lines.Where(l => l.Length == 0 || l.StartsWith('P') || l.Contains(" lr:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_gradients_function_is_named()
    {
        using var x = arange(6f).reshape(3, 2).detach().requires_grad_();
        Assert.Equal("tensor(9.1667, grad_fn=<MeanBackward0>)", x.pow(2).mean().Repr());
        Assert.EndsWith("grad_fn=<AddmmBackward0>)", nn.Linear(2, 1).forward(x).Repr(), StringComparison.Ordinal);
        Assert.EndsWith("grad_fn=<ReluBackward0>)", nn.functional.relu(x).Repr(), StringComparison.Ordinal);
        Assert.EndsWith("grad_fn=<TBackward0>)", x.t().Repr(), StringComparison.Ordinal);
        Assert.EndsWith(", requires_grad=True)", x.Repr(), StringComparison.Ordinal);
        Assert.DoesNotContain("grad", x.detach().Repr(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_says_so()
    {
        var parameter = new Parameter(ones(1));
        Assert.Equal("Parameter containing:\ntensor([1.], requires_grad=True)", parameter.Repr());
        Assert.Equal("[Parameter containing:\ntensor([1.], requires_grad=True), tensor([1])]", new[] { parameter, tensor([1L]) }.Repr());
    }

    [Fact]
    public void A_tensor_without_elements_in_memory_is_printed_by_its_size() =>
        Assert.Equal("tensor(..., device='meta', size=(2, 3))", empty(2, 3, device: META).Repr());

    [Fact]
    public async Task Printing_leaves_no_tensor_behind() =>
        Assert.Equal(new(0, "0", ""), await ChildProcess.RunAsync("print"));

    [Theory]
    [InlineData("N5torch8autograd9generated13MeanBackward0E", "MeanBackward0")]
    [InlineData("N5torch8autograd14AccumulateGradE", "AccumulateGrad")]
    [InlineData("", "Backward0")]
    [InlineData("N9short", "Backward0")]
    public void The_name_is_the_last_of_a_mangled_one(string mangled, string expected) =>
        Assert.Equal(expected, GradientFunction.LastPart(mangled));
}
