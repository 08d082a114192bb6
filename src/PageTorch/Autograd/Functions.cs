namespace TorchSharp;

/// <summary>The functions of one number.</summary>
internal static class Functions
{
    internal readonly struct Negative : IFunction
    {
        public string Name => "NegBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => -x;

        public double Slope(double x, double y) => -1;
    }

    internal readonly struct Absolute : IFunction
    {
        public string Name => "AbsBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => Math.Abs(x);

        public double Slope(double x, double y) => x > 0 ? 1 : x < 0 ? -1 : 0;
    }

    internal readonly struct Relu : IFunction
    {
        public string Name => "ReluBackward0";

        public bool KeepsResult => true;

        public double Of(double x) => x > 0 || double.IsNaN(x) ? x : 0;

        public double Slope(double x, double y) => y > 0 ? 1 : 0;
    }

    internal readonly struct LeakyRelu(double slope) : IFunction
    {
        public string Name => "LeakyReluBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => x > 0 ? x : slope * x;

        public double Slope(double x, double y) => x > 0 ? 1 : slope;
    }

    internal readonly struct Clamped(double min, double max) : IFunction
    {
        public string Name => "ClampBackward1";

        public bool KeepsResult => false;

        public double Of(double x) => Math.Min(Math.Max(x, min), max);

        public double Slope(double x, double y) => x >= min && x <= max ? 1 : 0;
    }

    internal readonly struct Exponential : IFunction
    {
        public string Name => "ExpBackward0";

        public bool KeepsResult => true;

        public double Of(double x) => Math.Exp(x);

        public double Slope(double x, double y) => y;
    }

    internal readonly struct Logarithm : IFunction
    {
        public string Name => "LogBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => Math.Log(x);

        public double Slope(double x, double y) => 1 / x;
    }

    internal readonly struct Sine : IFunction
    {
        public string Name => "SinBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => Math.Sin(x);

        public double Slope(double x, double y) => Math.Cos(x);
    }

    internal readonly struct Cosine : IFunction
    {
        public string Name => "CosBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => Math.Cos(x);

        public double Slope(double x, double y) => -Math.Sin(x);
    }

    internal readonly struct Root : IFunction
    {
        public string Name => "SqrtBackward0";

        public bool KeepsResult => true;

        public double Of(double x) => Math.Sqrt(x);

        public double Slope(double x, double y) => 1 / (2 * y);
    }

    internal readonly struct OneOver : IFunction
    {
        public string Name => "ReciprocalBackward0";

        public bool KeepsResult => true;

        public double Of(double x) => 1 / x;

        public double Slope(double x, double y) => -y * y;
    }

    internal readonly struct HyperbolicTangent : IFunction
    {
        public string Name => "TanhBackward0";

        public bool KeepsResult => true;

        public double Of(double x) => Math.Tanh(x);

        public double Slope(double x, double y) => 1 - (y * y);
    }

    internal readonly struct Logistic : IFunction
    {
        public string Name => "SigmoidBackward0";

        public bool KeepsResult => true;

        public double Of(double x) => 1 / (1 + Math.Exp(-x));

        public double Slope(double x, double y) => (1 - y) * y;
    }

    internal readonly struct Power(double exponent) : IFunction
    {
        public string Name => "PowBackward0";

        public bool KeepsResult => false;

        public double Of(double x) => exponent == 2 ? x * x : Math.Pow(x, exponent);

        public double Slope(double x, double y) => exponent == 2 ? 2 * x : exponent == 0 ? 0 : exponent * Math.Pow(x, exponent - 1);
    }
}
