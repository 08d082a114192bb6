using NeuralNets.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Torch;

/// <summary>What PyTorch 1.13 printed for the same modules.</summary>
[Collection(TorchCollection.Name)]
public class ModuleTextTests
{
    public static TheoryData<string, Func<nn.Module>> Modules => new()
    {
        { "Linear(in_features=1, out_features=10, bias=True)", () => nn.Linear(1, 10) },
        { "Linear(in_features=1, out_features=10, bias=False)", () => nn.Linear(1, 10, hasBias: false) },
        {
            "Sequential(\n  (0): Linear(in_features=1, out_features=10, bias=True)\n  (1): ReLU()\n"
            + "  (2): Linear(in_features=10, out_features=1, bias=True)\n)",
            () => nn.Sequential(nn.Linear(1, 10), nn.ReLU(), nn.Linear(10, 1))
        },
        { "Sequential(\n  (0): Sequential(\n    (0): Tanh()\n  )\n  (1): Sigmoid()\n)",
            () => nn.Sequential(nn.Sequential(nn.Tanh()), nn.Sigmoid()) },
        { "Sequential()", () => nn.Sequential() },
        { "Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1))", () => nn.Conv2d(1, 8, 3) },
        { "Conv2d(1, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), dilation=(2, 2), bias=False)",
            () => nn.Conv2d(1, 8, 3, stride: 2, padding: 1, dilation: 2, bias: false) },
        { "Conv1d(4, 8, kernel_size=(3,), stride=(1,), padding=same)", () => nn.Conv1d(4, 8, 3, Padding.Same) },
        { "ConvTranspose2d(4, 8, kernel_size=(3, 3), stride=(2, 2), output_padding=(1, 1))",
            () => nn.ConvTranspose2d(4, 8, 3, stride: 2, output_padding: 1) },
        { "RNN(1, 8, batch_first=True)", () => nn.RNN(1, 8, batchFirst: true) },
        { "LSTM(2, 8, num_layers=2, bidirectional=True)", () => nn.LSTM(2, 8, numLayers: 2, bidirectional: true) },
        { "GRU(3, 4, bias=False)", () => nn.GRU(3, 4, bias: false) },
        { "RNNCell(3, 4)", () => nn.RNNCell(3, 4) },
        { "LSTMCell(3, 4)", () => nn.LSTMCell(3, 4) },
        { "Dropout(p=0.2, inplace=False)", () => nn.Dropout(0.2) },
        { "ReLU(inplace=True)", () => nn.ReLU(inplace: true) },
        { "LeakyReLU(negative_slope=0.1)", () => nn.LeakyReLU(0.1) },
        { "ELU(alpha=1.0)", () => nn.ELU() },
        { "GELU(approximate='none')", () => nn.GELU() },
        { "Softmax(dim=1)", () => nn.Softmax(1) },
        { "LogSoftmax(dim=-1)", () => nn.LogSoftmax(-1) },
        { "Flatten(start_dim=1, end_dim=-1)", () => nn.Flatten() },
        { "MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)", () => nn.MaxPool2d(2) },
        { "MaxPool1d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)", () => nn.MaxPool1d(2) },
        { "AvgPool2d(kernel_size=2, stride=2, padding=0)", () => nn.AvgPool2d(2) },
        { "AvgPool1d(kernel_size=(2,), stride=(2,), padding=(0,))", () => nn.AvgPool1d(2) },
        { "AdaptiveAvgPool2d(output_size=1)", () => nn.AdaptiveAvgPool2d(1) },
        { "BatchNorm1d(4, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)", () => nn.BatchNorm1d(4) },
        { "LayerNorm((4,), eps=1e-05, elementwise_affine=True)", () => nn.LayerNorm(4) },
        { "LayerNorm((2, 3), eps=1e-05, elementwise_affine=True)", () => nn.LayerNorm([2, 3]) },
        { "GroupNorm(2, 4, eps=1e-05, affine=True)", () => nn.GroupNorm(2, 4) },
        { "Embedding(10, 3)", () => nn.Embedding(10, 3) },
        { "Bilinear(in1_features=1, in2_features=2, out_features=3, bias=True)", () => nn.Bilinear(1, 2, 3) },
        { "PReLU(num_parameters=1)", () => nn.PReLU(1) },
        { "Hardtanh(min_val=-1.0, max_val=1.0)", () => nn.Hardtanh() },
        { "ModuleList(\n  (0): Linear(in_features=1, out_features=1, bias=True)\n)", () => nn.ModuleList(nn.Linear(1, 1)) },
        { "MSELoss()", () => nn.MSELoss() },
        { "L1Loss()", () => nn.L1Loss() },
        { "HuberLoss()", () => nn.HuberLoss() },
        { "SmoothL1Loss()", () => nn.SmoothL1Loss() },
        { "CrossEntropyLoss()", () => nn.CrossEntropyLoss() },
        { "KLDivLoss()", () => nn.KLDivLoss() },
    };

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_is_printed_as_PyTorch_prints_it(string expected, Func<nn.Module> make)
    {
        using var module = make();
        Assert.Equal(expected, module.Repr());
    }
}
