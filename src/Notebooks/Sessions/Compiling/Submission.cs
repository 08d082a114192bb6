using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Sessions.Compiling;

/// <summary>A cell that compiled.</summary>
/// <param name="Compilation">Its compilation, on which the next cell's builds.</param>
/// <param name="Run">Its code, called with the earlier cells' objects; null when there is nothing to run.</param>
/// <param name="HasValue">Whether it ends in an expression.</param>
internal sealed record Submission(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Run, bool HasValue);
