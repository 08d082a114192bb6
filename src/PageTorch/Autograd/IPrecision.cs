namespace TorchSharp;

/// <summary>What becomes of a number between two steps of a calculation.</summary>
internal interface IPrecision
{
    double Round(double number);
}
