using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Jupyter.Language;

/// <summary>
/// Helps whoever types a cell. It knows what earlier cells declared and what libraries document. It stands beside the
/// sessions and not in them: executing notebooks needs none of it, and Roslyn's features take a second to load.
/// </summary>
/// <param name="scope">What the next cell can see, asked at every call.</param>
/// <param name="magicCommands">The magic commands that there are, asked at every call.</param>
internal sealed class LanguageServices(Func<SessionScope> scope, Func<Task<IReadOnlyList<string>>> magicCommands) : IDisposable
{
    private readonly SemaphoreSlim oneCall = new(1);
    private readonly Lazy<SessionWorkspace> workspace = new(() => new SessionWorkspace());

    /// <summary>Candidates at the cursor.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">The cursor, in characters.</param>
    public Task<CompletionAnswer> CompleteAsync(string code, int cursor) => InTurnAsync(async () =>
    {
        var position = CellText.FromCharacters(code, cursor);
        if (MagicCompletion.IsTyped(code, position))
            return MagicCompletion.Find(code, position, await magicCommands()).InCharacters(code);
        var found = await Completion.FindAsync(workspace.Value.Open(scope(), MagicLines.Blank(code)), position);
        return found.InCharacters(code);
    });

    /// <summary>Signature and documentation of what stands at the cursor, or of the call around it.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">The cursor, in characters.</param>
    /// <returns>Null when nothing is known there.</returns>
    public Task<Documentation?> InspectAsync(string code, int cursor) => InTurnAsync(() =>
        Inspection.FindAsync(workspace.Value.Open(scope(), MagicLines.Blank(code)), CellText.FromCharacters(code, cursor)));

    /// <summary>Does ahead of time what the next call would have to do first: load Roslyn's features, compile new cells.</summary>
    public async Task PrepareAsync()
    {
        await CompleteAsync("Console.Wri", "Console.Wri".Length);
        await InspectAsync("Math.Sqrt", 6);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        oneCall.Dispose();
        if (workspace.IsValueCreated)
            workspace.Value.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> answer)
    {
        await oneCall.WaitAsync();
        try
        {
            return await Task.Run(answer);
        }
        finally
        {
            oneCall.Release();
        }
    }
}
