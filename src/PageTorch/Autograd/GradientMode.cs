namespace TorchSharp;

/// <summary>Whether operations remember their way back, on this thread, until this is disposed of.</summary>
internal sealed class GradientMode : IDisposable
{
    [ThreadStatic]
    private static bool isOff;

    private readonly bool before = isOff;

    public GradientMode(bool isOn) => isOff = !isOn;

    public static bool IsOn => !isOff;

    public void Dispose() => isOff = before;
}
