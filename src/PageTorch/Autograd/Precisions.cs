namespace TorchSharp;

/// <summary>The two precisions.</summary>
internal static class Precisions
{
    internal readonly struct Single : IPrecision
    {
        public double Round(double number) => (float)number;
    }

    internal readonly struct Double : IPrecision
    {
        public double Round(double number) => number;
    }
}
