namespace TorchSharp;

/// <summary>The costs of an error.</summary>
internal static class ErrorCosts
{
    internal readonly struct Squared : IErrorCost
    {
        public string Name => "MseLossBackward0";

        public string Kernel => "mse_cpu";

        public double Of(double error) => error * error;

        public double Slope(double error) => 2 * error;
    }

    internal readonly struct Huber(double delta) : IErrorCost
    {
        public string Name => "HuberLossBackward0";

        public string Kernel => "huber_cpu";

        public double Of(double error) =>
            Math.Abs(error) <= delta ? error * error / 2 : delta * (Math.Abs(error) - (delta / 2));

        public double Slope(double error) => Math.Clamp(error, -delta, delta);
    }

    internal readonly struct SmoothL1(double beta) : IErrorCost
    {
        public string Name => "SmoothL1LossBackward0";

        public string Kernel => "smooth_l1_cpu";

        public double Of(double error) =>
            Math.Abs(error) < beta ? error * error / (2 * beta) : Math.Abs(error) - (beta / 2);

        public double Slope(double error) => Math.Abs(error) < beta ? error / beta : Math.Sign(error);
    }
}
