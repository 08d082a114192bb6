namespace TorchSharp;

/// <summary>A function of two numbers, and its derivatives.</summary>
internal interface ICombination
{
    /// <summary>libtorch's name of the way back.</summary>
    string Name { get; }

    /// <summary>True if the derivatives by the first are told from the second, or from both.</summary>
    bool KeepsOperands { get; }

    double Of(double a, double b);

    double SlopeA(double a, double b);

    double SlopeB(double a, double b);
}
