using System.Text;

namespace NeuralNets.Charts;

/// <summary>
/// The <c>d</c> of an SVG path, in tenths of a pixel and in steps from point to point, without points that the eye cannot
/// tell from the line.
/// </summary>
internal sealed class PathData
{
    private readonly StringBuilder text = new();
    private readonly List<(double X, double Y)> line = [];
    private (int X, int Y) pen;
    private (int X, int Y) start;

    /// <summary>Goes on to a point; a point that is not a number breaks the line.</summary>
    public void LineTo(double x, double y)
    {
        if (double.IsFinite(x) && double.IsFinite(y))
            line.Add((x, y));
        else
            Break();
    }

    /// <summary>A dot of the pen's width.</summary>
    public void Dot(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return;
        Break();
        Move(x, y);
        text.Append("h0");
    }

    /// <summary>Ends the current line.</summary>
    public void Break()
    {
        if (line.Count == 0)
            return;
        Move(line[0].X, line[0].Y);
        var isFirst = true;
        foreach (var (x, y) in Corners.Of(line).Skip(1))
        {
            var (across, down) = (Tenths(x) - pen.X, Tenths(y) - pen.Y);
            if (across == 0 && down == 0)
                continue;
            if (isFirst)
                text.Append('l');
            Append(across, isFirst);
            Append(down, false);
            (pen, isFirst) = ((pen.X + across, pen.Y + down), false);
        }

        line.Clear();
    }

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
        Break();
        if (text.Length > 0)
            text.Append('Z');
        pen = start;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Break();
        return text.ToString();
    }

    private static int Tenths(double value) => (int)Math.Round(Math.Clamp(value, -1e5, 1e5) * 10);

    /// <summary>The first move counts from the origin, so that paths can be joined.</summary>
    private void Move(double x, double y)
    {
        var from = text.Length == 0 ? default : pen;
        text.Append(text.Length == 0 ? 'M' : 'm');
        start = pen = (Tenths(x), Tenths(y));
        Append(pen.X - from.X, true);
        Append(pen.Y - from.Y, false);
    }

    /// <summary>Adds a number of tenths, with a blank before it where the one before would run into it.</summary>
    private void Append(int tenths, bool isFirst)
    {
        var (whole, rest) = (Math.Abs(tenths) / 10, Math.Abs(tenths) % 10);
        if (tenths < 0)
            text.Append('-');
        else if (!isFirst && !(whole == 0 && rest > 0 && text[^2] == '.'))
            text.Append(' ');
        if (whole > 0 || rest == 0)
            text.Append(whole);
        if (rest > 0)
            text.Append('.').Append((char)('0' + rest));
    }
}
