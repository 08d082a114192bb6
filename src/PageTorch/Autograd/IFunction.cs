namespace TorchSharp;

/// <summary>A function of one number, and its derivative.</summary>
internal interface IFunction
{
    /// <summary>libtorch's name of the way back.</summary>
    string Name { get; }

    /// <summary>True if the derivative is told from the result alone.</summary>
    bool KeepsResult { get; }

    double Of(double x);

    /// <summary>The derivative where the function of x is y.</summary>
    double Slope(double x, double y);
}
