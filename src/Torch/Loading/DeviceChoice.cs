using System.Globalization;
using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>The device that tensors live and are computed on, and why it is this one.</summary>
/// <param name="Device">The device, for <c>tensor.to(choice.Device)</c> and <c>net.to(choice.Device)</c>.</param>
/// <param name="Reason">Why, in half a sentence.</param>
public sealed record DeviceChoice(torch.Device Device, string Reason)
{
    /// <summary>The name that leaves the choice to the machine.</summary>
    public const string Best = "best";

    /// <summary>Chooses a device that is there.</summary>
    /// <param name="name">
    /// <c>cpu</c>; <c>cuda</c> or <c>cuda:1</c>, an NVIDIA GPU; <c>mps</c>, the GPU of an Apple computer; or <c>best</c>,
    /// the first of cuda, mps and cpu that is there. Nets of ten neurons are faster on the processor all the same.
    /// </param>
    /// <exception cref="ArgumentException">There is no device of that name.</exception>
    /// <exception cref="InvalidOperationException">There is one, but not on this machine or not in this libtorch.</exception>
    public static DeviceChoice Choose(string name = Best)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (kind, index) = Parse(name);
        return kind switch
        {
            "cpu" => new(torch.CPU, "as asked"),
            "cuda" => index < Gpus ? new(new torch.Device(DeviceType.CUDA, index), "as asked") : throw NotThere(name),
            "mps" => HasMps ? new(new torch.Device(DeviceType.MPS), "as asked") : throw NotThere(name),
            _ => Gpus > 0 ? new(new torch.Device(DeviceType.CUDA, 0), $"best of {Available}")
                : HasMps ? new(new torch.Device(DeviceType.MPS), $"best of {Available}")
                : new(torch.CPU, "no GPU that this libtorch can use"),
        };
    }

    /// <summary>The choice and its reason, such as <c>cpu (no GPU that this libtorch can use)</c>.</summary>
    public override string ToString() => $"{Device} ({Reason})";

    private static int Gpus => torch.cuda.is_available() ? torch.cuda.device_count() : 0;

    private static bool HasMps => OperatingSystem.IsMacOS() && torch.mps_is_available();

    private static string Available =>
        string.Join(", ", Enumerable.Range(0, Gpus).Select(i => $"cuda:{i}").Concat(HasMps ? ["mps"] : []).Append("cpu"));

    private static (string Kind, int Index) Parse(string name)
    {
        var parts = name.Split(':');
        var index = 0;
        var isWhole = parts.Length == 1
            || (parts.Length == 2 && parts[0] == "cuda"
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
        return isWhole && parts[0] is "cpu" or "cuda" or "mps" or Best
            ? (parts[0], index)
            : throw new ArgumentException($"Found the device name '{name}', expected cpu, cuda, cuda:0 (or another number), mps or {Best}.",
            nameof(name));
    }

    private static InvalidOperationException NotThere(string name) => new(
        $"Device {name} was asked for, found {Available}. What to do: choose one of these, or '{Best}'; for an NVIDIA GPU let "
        + $"{NativeFolders.Variable} name the 'lib' folder of a PyTorch with CUDA (libtorch is loaded from {Libtorch.Folder}).");
}
