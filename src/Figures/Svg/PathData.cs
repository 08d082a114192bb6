using System.Text;

namespace NeuralNets.Charts;

/// <summary>The <c>d</c> of an SVG path, in tenths of a pixel, without points that the eye cannot tell apart.</summary>
internal sealed class PathData
{
    private readonly StringBuilder text = new();
    private bool isOpen;

    /// <summary>Goes on to a point; a point that is not a number breaks the line.</summary>
    public void LineTo(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            isOpen = false;
            return;
        }

        text.Append(isOpen ? 'L' : 'M');
        Append(x, y);
        isOpen = true;
    }

    /// <summary>A dot of the pen's width.</summary>
    public void Dot(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return;
        text.Append('M');
        Append(x, y);
        text.Append("h0");
    }

    /// <summary>Ends the current line.</summary>
    public void Break() => isOpen = false;

    /// <summary>A closed shape.</summary>
    public void Outline(params ReadOnlySpan<(double X, double Y)> corners)
    {
        Break();
        foreach (var (x, y) in corners)
            LineTo(x, y);
        Close();
    }

    /// <summary>Closes the current outline.</summary>
    public void Close()
    {
        if (text.Length > 0)
            text.Append('Z');
        isOpen = false;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Append(double x, double y)
        => text.Append(SvgWriter.Number(x)).Append(y < -0.05 ? "" : " ").Append(SvgWriter.Number(y));
}
