namespace NeuralNets.Training;

/// <summary>A straight line found by descent.</summary>
/// <param name="A">Intercept, in units of y.</param>
/// <param name="B">Slope, in units of y per unit of x.</param>
/// <param name="History">How the descent went.</param>
public sealed record LineFit(double A, double B, TrainingHistory History);
