using System.Runtime.InteropServices.JavaScript;
using NeuralNets.PageCells.Editing;
using NeuralNets.PageCells.Sessions;

namespace NeuralNets.PageCells;

/// <summary>
/// What a page may call, one session of cells: <c>await machine.call('Run', 'var x = 1;')</c>. What a cell shows comes while it runs:
/// see <see cref="Showing.Output"/>.
/// <code>
/// Warm()      compiles and runs a few small cells, so that the reader's first need not wait for the compiler to get going.
/// Run(code)   compiles and runs a cell after those before it; gives JSON: { "error": null } or what <see cref="CellError"/> says.
/// Colour(code)              gives JSON: [begin, length, class] for each piece of the next cell that has a colour.
/// Complete(code, position)  gives JSON: { label, insert, from, kind } for each name that may stand at a position of the next cell.
/// </code>
/// </summary>
internal static partial class Machine
{
    private static readonly CellSession Session = new();

    [JSExport]
    internal static Task Warm() => CellSession.WarmAsync();

    [JSExport]
    internal static Task<string> Run(string code) => Session.RunAsync(code);

    [JSExport]
    internal static string Colour(string code) => CellColours.Of(Session.Look(code)).ToJsonString();

    [JSExport]
    internal static string Complete(string code, int position) => CellCompletion.At(Session.Look(code), position).ToJsonString();
}
