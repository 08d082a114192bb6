namespace TorchSharp;

/// <summary>The functions of two numbers.</summary>
internal static class Combinations
{
    internal readonly struct Sum : ICombination
    {
        public string Name => "AddBackward0";

        public bool KeepsOperands => false;

        public double Of(double a, double b) => a + b;

        public double SlopeA(double a, double b) => 1;

        public double SlopeB(double a, double b) => 1;
    }

    internal readonly struct Difference : ICombination
    {
        public string Name => "SubBackward0";

        public bool KeepsOperands => false;

        public double Of(double a, double b) => a - b;

        public double SlopeA(double a, double b) => 1;

        public double SlopeB(double a, double b) => -1;
    }

    internal readonly struct Product : ICombination
    {
        public string Name => "MulBackward0";

        public bool KeepsOperands => true;

        public double Of(double a, double b) => a * b;

        public double SlopeA(double a, double b) => b;

        public double SlopeB(double a, double b) => a;
    }

    internal readonly struct Quotient : ICombination
    {
        public string Name => "DivBackward0";

        public bool KeepsOperands => true;

        public double Of(double a, double b) => a / b;

        public double SlopeA(double a, double b) => 1 / b;

        public double SlopeB(double a, double b) => -a / (b * b);
    }

    internal readonly struct Power : ICombination
    {
        public string Name => "PowBackward1";

        public bool KeepsOperands => true;

        public double Of(double a, double b) => Math.Pow(a, b);

        public double SlopeA(double a, double b) => b == 0 ? 0 : b * Math.Pow(a, b - 1);

        public double SlopeB(double a, double b) => a == 0 && b >= 0 ? 0 : Math.Pow(a, b) * Math.Log(a);
    }

    internal readonly struct Larger : ICombination
    {
        public string Name => "MaximumBackward0";

        public bool KeepsOperands => true;

        public double Of(double a, double b) => Math.Max(a, b);

        public double SlopeA(double a, double b) => a == b ? 0.5 : a > b ? 1 : 0;

        public double SlopeB(double a, double b) => a == b ? 0.5 : b > a ? 1 : 0;
    }

    internal readonly struct Smaller : ICombination
    {
        public string Name => "MinimumBackward0";

        public bool KeepsOperands => true;

        public double Of(double a, double b) => Math.Min(a, b);

        public double SlopeA(double a, double b) => a == b ? 0.5 : a < b ? 1 : 0;

        public double SlopeB(double a, double b) => a == b ? 0.5 : b < a ? 1 : 0;
    }
}
