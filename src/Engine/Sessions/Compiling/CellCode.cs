namespace Notebooks.Sessions.Compiling;

/// <summary>A compiled cell's code.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its debug information.</param>
/// <param name="TypeName">The class of its entry point.</param>
/// <param name="MethodName">Its entry point: a static method from the earlier cells' objects to a task with its value.</param>
/// <param name="HasValue">Whether it ends in an expression.</param>
internal sealed record CellCode(byte[] Image, byte[] Symbols, string TypeName, string MethodName, bool HasValue);
