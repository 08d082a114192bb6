using System.Reflection;
using TorchSharp;
using TorchSharp.Modules;
using static NeuralNets.Torch.PythonNumber;

namespace NeuralNets.Torch;

/// <content>Layers beyond those of fully connected networks.</content>
internal static partial class ModuleSettings
{
    static partial void AddFurther(torch.nn.Module module, ref string settings) => settings = module switch
    {
        Bilinear m =>
            $"in1_features={m.in1_features}, in2_features={m.in2_features}, out_features={m.out_features}, "
            + $"bias={Python(m.bias is not null)}",
        Convolution m => OfConvolution(m),
        RNN or LSTM or GRU => OfRecurrent(module),
        RNNCell m => OfCell(m.weight_ih!, m.weight_hh!, m.bias_ih),
        LSTMCell m => OfCell(m.weight_ih!, m.weight_hh!, m.bias_ih),
        GRUCell m => OfCell(m.weight_ih!, m.weight_hh!, m.bias_ih),
        NormBase m =>
            $"{m.num_features}, eps={Repr(m.eps)}, momentum={(m.momentum is { } momentum ? Repr(momentum) : "None")}, "
            + $"affine={Python(m.affine)}, track_running_stats={Python(m.track_running_stats)}",
        LayerNorm m => $"{PythonTuple.Of(m.normalized_shape)}, eps={Repr(m.eps)}, elementwise_affine={Python(m.elementwise_affine)}",
        GroupNorm m => $"{m.num_groups}, {m.weight?.shape[0]}, eps={Repr(m.eps)}, affine={Python(m.affine)}",
        Embedding m => $"{m.weight!.shape[0]}, {m.weight.shape[1]}",
        MaxPool1d m =>
            $"kernel_size={m.kernel_size}, stride={m.stride ?? m.kernel_size}, padding={m.padding ?? 0}, "
            + $"dilation={m.dilation ?? 1}, ceil_mode={Python(m.ceil_mode)}",
        MaxPool2d m =>
            $"kernel_size={Sizes(m.kernel_size)}, stride={Sizes(m.stride ?? m.kernel_size)}, padding={Sizes(m.padding, 0)}, "
            + $"dilation={Sizes(m.dilation, 1)}, ceil_mode={Python(m.ceil_mode)}",
        AvgPool1d m => $"kernel_size=({m.kernel_size},), stride=({m.stride ?? m.kernel_size},), padding=({m.padding ?? 0},)",
        AvgPool2d m => $"kernel_size={Sizes(m.kernel_size)}, stride={Sizes(m.stride ?? m.kernel_size)}, padding={Sizes(m.padding, 0)}",
        AdaptiveAvgPool2d m => $"output_size={Sizes(m.output_size)}",
        AdaptiveMaxPool2d m => $"output_size={Sizes(m.output_size)}",
        Flatten m => $"start_dim={m.start_dim}, end_dim={m.end_dim}",
        Dropout m => $"p={Repr(m.p)}, inplace={Python(m.inplace)}",
        Dropout2d m => $"p={Repr(m.p)}, inplace={Python(m.inplace)}",
        Softmin m => $"dim={m.dim}",
        GELU m => $"approximate='{Approximation(m)}'",
        ELU m => $"alpha={Repr(m.alpha)}{AndInPlace(m.inplace)}",
        CELU m => $"alpha={Repr(m.alpha)}{AndInPlace(m.inplace)}",
        Hardtanh m => $"min_val={Repr(m.min_val)}, max_val={Repr(m.max_val)}{AndInPlace(m.inplace)}",
        Softplus m => $"beta={Repr(m.beta)}, threshold={Repr(m.threshold)}",
        PReLU m => $"num_parameters={m.num_parameters}",
        ReLU { inplace: true } or ReLU6 { inplace: true } or SELU { inplace: true } or SiLU { inplace: true } => "inplace=True",
        _ => settings,
    };

    private static string OfConvolution(Convolution m)
    {
        var text = $"{m.in_channels}, {m.out_channels}, kernel_size={PythonTuple.Of(m.kernel_size)}, stride={PythonTuple.Of(m.stride)}";
        if (m.padding_type is { } named)
            text += $", padding={(named == Padding.Same ? "same" : "valid")}";
        else if (m.padding is { } padding && padding.Any(p => p != 0))
            text += $", padding={PythonTuple.Of(padding)}";
        if (m.dilation.Any(d => d != 1))
            text += $", dilation={PythonTuple.Of(m.dilation)}";
        if (m.output_padding is { } output && output.Any(p => p != 0))
            text += $", output_padding={PythonTuple.Of(output)}";
        if (m.groups != 1)
            text += $", groups={m.groups}";
        if (m.bias is null)
            text += ", bias=False";
        return text;
    }

    /// <summary>TorchSharp keeps these settings to itself; the parameters' names and shapes tell most of them.</summary>
    private static string OfRecurrent(torch.nn.Module module)
    {
        var parameters = module.named_parameters(recurse: false).ToDictionary(p => p.name, p => p.parameter);
        var layers = parameters.Keys.Count(name => name.StartsWith("weight_ih_l", StringComparison.Ordinal)
            && !name.EndsWith("_reverse", StringComparison.Ordinal));
        var text = $"{parameters["weight_ih_l0"].shape[1]}, {parameters["weight_hh_l0"].shape[1]}";
        if (layers != 1)
            text += $", num_layers={layers}";
        if (!parameters.ContainsKey("bias_ih_l0"))
            text += ", bias=False";
        if (Private<bool>(module, "_batch_first"))
            text += ", batch_first=True";
        if (Private<bool>(module, "_bidirectional"))
            text += ", bidirectional=True";
        return text;
    }

    private static string OfCell(torch.Tensor input, torch.Tensor hidden, torch.Tensor? bias) =>
        $"{input.shape[1]}, {hidden.shape[1]}{(bias is null ? ", bias=False" : "")}";

    private static T? Private<T>(torch.nn.Module module, string field) =>
        module.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(module) is T value ? value : default;

    private static string Approximation(GELU module) =>
        module.approximate.ToString().Equals("tanh", StringComparison.OrdinalIgnoreCase) ? "tanh" : "none";

    /// <summary>One number where all are the same, as it is usually given.</summary>
    private static string Sizes(long[]? sizes, long otherwise = 0) => sizes switch
    {
        null or [] => $"{otherwise}",
        [var first, .. var rest] when Array.TrueForAll(rest, s => s == first) => $"{first}",
        _ => PythonTuple.Of(sizes),
    };
}
