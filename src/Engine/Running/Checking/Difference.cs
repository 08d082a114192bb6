namespace Notebooks.Running.Checking;

/// <summary>A committed value, and the one that came out instead.</summary>
internal sealed record Difference(string Expected, string Found)
{
    /// <summary>Stands for an output or a line that is not there.</summary>
    public const string Nothing = "(nothing)";
}
