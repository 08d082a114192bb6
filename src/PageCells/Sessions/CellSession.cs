using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using NeuralNets.PageCells.Showing;

namespace NeuralNets.PageCells.Sessions;

/// <summary>Runs cells, one after the other, and keeps what they declare.</summary>
internal sealed class CellSession
{
    private readonly CellCompiler compiler = new();
    private readonly ErrorPlaces places = new();

    // Roslyn's protocol: the first place is for a host object, which we have none of; each cell puts itself in the next.
    private object?[] states = new object?[1];

    /// <summary>
    /// Gets the compiler going, on a cell that shows nothing. What cells use most follows by and by, until a reader's first cell comes.
    /// </summary>
    public static async Task WarmAsync()
    {
        var session = new CellSession();
        await Task.Yield();
        await session.ErrorOfAsync("var first = 1 + 1;");
        _ = session.WarmOnAsync();
    }

    private async Task WarmOnAsync()
    {
        foreach (var cell in (string[])
        [
            "record Pair(int A, int B); var all = Enumerable.Range(0, 3).Select(i => $\"{new Pair(i, first):F2}\").ToArray();",
            "var shown = Microsoft.DotNet.Interactive.Formatting.FormattedValue.CreateManyFromObject(first);",
            "var figure = NeuralNets.Charts.Figure.Line([0.0, 1], [0.0, 1]).ToHtml();",
        ])
        {
            await Task.Delay(1); // What the page asks for meanwhile comes first.
            if (Output.Cell == 0)
                await ErrorOfAsync(cell);
        }
    }

    /// <summary>Compiles a cell and runs it.</summary>
    /// <param name="code">Its source.</param>
    /// <returns>JSON with its error.</returns>
    public async Task<string> RunAsync(string code)
    {
        Output.BeginCell();
        using var console = PageConsole.Begin();
        // From here on this is the thread pool's one thread: the compiler waits for tasks, and they run at once on it alone.
        await Task.Yield();
        var error = await ErrorOfAsync(code.ReplaceLineEndings("\n"));
        return new JsonObject { ["error"] = error?.ToJson() }.ToJsonString();
    }

    /// <summary>What is known of the next cell while it is written.</summary>
    /// <param name="code">Its source, as far as it goes.</param>
    public SemanticModel Look(string code) => compiler.Look(code);

    private async Task<CellError?> ErrorOfAsync(string code)
    {
        var cell = compiler.Compile(code);
        if (cell.Errors.Count > 0)
            return CellError.Of(cell.Errors);
        if (cell.Code is null)
            return null;
        var assembly = Load(cell.Code.Image);
        places.Add(assembly, cell.Code.Symbols);
        Array.Resize(ref states, states.Length + 1);
        var run = assembly.GetType(cell.Code.TypeName)!
            .GetMethod(cell.Code.MethodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        try
        {
            var value = await run(states);
            if (cell.Code.HasValue)
                Output.Result(value);
            return null;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return CellError.Of(thrown, places.Find(thrown, assembly));
        }
    }

    /// <summary>Not by Assembly.Load: what it loads finds no other cell's types here.</summary>
    private static Assembly Load(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }
}
