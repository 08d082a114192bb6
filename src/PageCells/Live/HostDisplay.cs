using NeuralNets.PageCells.Showing;

namespace NeuralNets.Display;

/// <summary>One output of the running cell, which can be replaced in place.</summary>
internal sealed class HostDisplay
{
    private static readonly string[] MimeTypes = ["text/html", "text/plain"];

    private readonly Shown shown;
    private readonly int cell = Output.Cell;

    private HostDisplay(Shown shown) => this.shown = shown;

    /// <summary>True if the cell that runs now is the one that has this output.</summary>
    public bool IsInRunningCell => Output.Cell == cell;

    /// <summary>Shows a value in the running cell.</summary>
    public static HostDisplay? Show(object value) => new(Output.Display(value, MimeTypes));

    /// <summary>Replaces what is shown.</summary>
    public void Update(object value) => shown.Update(value);
}
