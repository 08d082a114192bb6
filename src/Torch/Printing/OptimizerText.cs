using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;

namespace NeuralNets.Torch;

/// <summary>An optimizer as PyTorch prints it.</summary>
internal static class OptimizerText
{
    /// <summary>The text: each parameter group with its settings in the order of the alphabet.</summary>
    public static string Of(torch.optim.Optimizer optimizer)
    {
        var groups = optimizer.ParamGroups.Select((group, i) =>
            $"Parameter Group {i}\n{string.Concat(Settings(group).Select(s => $"    {s.Name}: {s.Value}\n"))}");
        return $"{Name(optimizer)} (\n{string.Join("\n", groups)})";
    }

    private static string Name(torch.optim.Optimizer optimizer) => optimizer is RMSProp ? "RMSprop" : optimizer.GetType().Name;

    /// <summary>The fields of TorchSharp's options are the settings; the two betas of Adam are one pair in PyTorch.</summary>
    private static IEnumerable<(string Name, string Value)> Settings(torch.optim.ILearningRateController group)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["lr"] = Python(group.LearningRate) };
        if (group is not ParamGroup { Options: { } options })
            return settings.Select(s => (s.Key, s.Value));

        foreach (var field in options.GetType().GetFields())
            settings[field.Name] = Python(field.GetValue(options));
        if (settings.Remove("beta1", out var beta1) && settings.Remove("beta2", out var beta2))
            settings["betas"] = $"({beta1}, {beta2})";
        return settings.Select(s => (s.Key, s.Value));
    }

    private static string Python(object? value) => value switch
    {
        null => "None",
        bool flag => flag ? "True" : "False",
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => number.ToString("F0", CultureInfo.InvariantCulture),
        double number => PythonNumber.Repr(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
