namespace NeuralNets.PageCells.Showing;

/// <summary>A value that a cell has shown, and may redraw in place.</summary>
public sealed class Shown
{
    private readonly string[] mimeTypes;

    internal Shown(string id, string[] mimeTypes)
    {
        DisplayId = id;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>The output's name.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? updatedValue) => Output.Display(DisplayId, updatedValue, mimeTypes);
}
