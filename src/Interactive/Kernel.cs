using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every cell can call by its bare name.</summary>
public static class Kernel
{
    internal static KernelInvocationContext RunningCell =>
        KernelInvocationContext.Current ?? throw new InvalidOperationException(
            "There is no running cell to show this in: display is for cells and for threads and tasks that they start.");

    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">Its representations; by default those that its type prefers.</param>
    /// <returns>A handle that can redraw the output in place.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[]? mimeTypes) => value.Display(mimeTypes);

    /// <summary>Marks text as HTML, so that it is shown as such.</summary>
    /// <param name="content">The markup.</param>
    public static IHtmlContent HTML(string content) => content.ToHtmlContent();

    /// <summary>Runs a script in the page.</summary>
    /// <param name="scriptContent">JavaScript.</param>
    public static void Javascript(string scriptContent) =>
        RunningCell.DisplayAs($"<script type=\"text/javascript\">{scriptContent}</script>", HtmlFormatter.MimeType);

    /// <summary>Adds a style sheet to the page.</summary>
    /// <param name="content">CSS rules.</param>
    public static void CSS(string content) => Javascript($$"""
        const style = document.createElement('style');
        style.textContent = {{JsonSerializer.Serialize(content)}};
        document.head.appendChild(style);
        """);

    /// <summary>Asks the person at the front end for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="typeHint">The kind of input, such as <c>text</c> or <c>password</c>.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static Task<string?> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(RunningCell.ReadLine(prompt, typeHint == "password"));

    /// <summary>Asks the person at the front end for a password, which is not shown while typed.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static Task<string?> GetPasswordAsync(string prompt = "") => GetInputAsync(prompt, "password");
}
