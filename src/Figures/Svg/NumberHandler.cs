using System.Runtime.CompilerServices;
using System.Text;

namespace NeuralNets.Charts;

/// <summary>Interpolated markup whose numbers are written as <see cref="SvgWriter.Number"/> writes them.</summary>
[InterpolatedStringHandler]
internal ref struct NumberHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (8 * formattedCount));

    public readonly void AppendLiteral(string value) => text.Append(value);

    public readonly void AppendFormatted(double value) => text.Append(SvgWriter.Number(value));

    public readonly void AppendFormatted(int value) => text.Append(SvgWriter.Number(value));

    public readonly void AppendFormatted(string value) => text.Append(value);

    public override readonly string ToString() => text.ToString();
}
