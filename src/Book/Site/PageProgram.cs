namespace Notebooks.Book.Site;

/// <summary>A program that the book's pages run.</summary>
/// <param name="Name">What pages call it; its script is <c>assets/{Name}.js</c>.</param>
/// <param name="Subject">What a person calls it.</param>
/// <param name="Project">Its project's file, for WebAssembly, relative to the root of the repository.</param>
public sealed record PageProgram(string Name, string Subject, string Project)
{
    /// <summary>The name of the playground's program.</summary>
    public const string Machine = "machine";

    /// <summary>The name of the program that runs cells.</summary>
    public const string Cells = "cells";
}
