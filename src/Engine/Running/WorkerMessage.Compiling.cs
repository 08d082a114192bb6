using System.Text.Json.Nodes;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Running;

/// <content>What they say about compiling: the worker asks, the engine answers.</content>
internal static partial class WorkerMessage
{
    /// <summary>A cell to compile.</summary>
    public static JsonObject From(CellToCompile cell) => new()
    {
        ["compile"] = cell.Path,
        ["code"] = cell.Code,
        ["packages"] = Array(cell.Packages),
    };

    /// <summary>The cell to compile, or null when the message is another one.</summary>
    public static CellToCompile? ToCellToCompile(JsonObject message) => message.ContainsKey("compile")
        ? new CellToCompile(Text(message, "compile"), Text(message, "code"), Texts(message, "packages"))
        : null;

    /// <summary>What became of a cell in the compiler.</summary>
    public static JsonObject From(CompiledCell cell)
    {
        var message = new JsonObject
        {
            ["references"] = Array(cell.References),
            ["diagnostics"] = new JsonArray([.. cell.Diagnostics.Select(From)]),
            ["insertions"] = new JsonArray(
                [.. cell.Insertions.Select(insertion => new JsonArray(insertion.Line, insertion.Column, insertion.Length))]),
        };
        if (cell.Code is { } code)
        {
            message["image"] = Convert.ToBase64String(code.Image);
            message["symbols"] = Convert.ToBase64String(code.Symbols);
            message["type"] = code.TypeName;
            message["method"] = code.MethodName;
            message["hasValue"] = code.HasValue;
        }

        return message;
    }

    /// <summary>What became of a cell in the compiler, or null when the message is another one.</summary>
    public static CompiledCell? ToCompiledCell(JsonObject message)
    {
        if (!message.ContainsKey("diagnostics"))
            return null;
        var code = message.ContainsKey("image")
            ? new CellCode(
                Convert.FromBase64String(Text(message, "image")),
                Convert.FromBase64String(Text(message, "symbols")),
                Text(message, "type"),
                Text(message, "method"),
                message["hasValue"]!.GetValue<bool>())
            : null;
        return new CompiledCell(
            code,
            Texts(message, "references"),
            [.. message["diagnostics"]!.AsArray().Select(node => ToDiagnostic(node!.AsObject()))],
            [.. message["insertions"]!.AsArray().Select(node => ToInsertion(node!.AsArray()))]);
    }

    private static JsonObject From(CellDiagnostic diagnostic) => new()
    {
        ["id"] = diagnostic.Id,
        ["isError"] = diagnostic.IsError,
        ["message"] = diagnostic.Message,
        ["path"] = diagnostic.Path,
        ["line"] = diagnostic.Line,
        ["column"] = diagnostic.Column,
    };

    private static CellDiagnostic ToDiagnostic(JsonObject message) => new(
        Text(message, "id"),
        message["isError"]!.GetValue<bool>(),
        Text(message, "message"),
        Text(message, "path"),
        message["line"]!.GetValue<int>(),
        message["column"]!.GetValue<int>());

    private static Insertion ToInsertion(JsonArray numbers) =>
        new(numbers[0]!.GetValue<int>(), numbers[1]!.GetValue<int>(), numbers[2]!.GetValue<int>());
}
