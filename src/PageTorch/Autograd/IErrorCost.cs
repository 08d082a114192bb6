namespace TorchSharp;

/// <summary>What an error costs, and the derivative.</summary>
internal interface IErrorCost
{
    /// <summary>libtorch's name of the way back.</summary>
    string Name { get; }

    /// <summary>libtorch's name of the loop.</summary>
    string Kernel { get; }

    double Of(double error);

    double Slope(double error);
}
