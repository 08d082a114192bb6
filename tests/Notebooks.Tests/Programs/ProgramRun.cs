using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Platform;
using Testing;

namespace Notebooks.Tests.Programs;

/// <summary>A notebook that was run, and its program that was exported, built and run.</summary>
/// <param name="Status">The program's exit status.</param>
/// <param name="Printed">What the program printed on standard output.</param>
/// <param name="Problems">What it printed on standard error.</param>
/// <param name="Shown">What the notebook shows as text, one thing after the other.</param>
internal sealed record ProgramRun(int Status, string Printed, string Problems, string Shown)
{
    // Building a program for the first time, on a machine full of other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<ProgramRun> OfAsync(string folder, string name)
    {
        await Cli.RunAsync(folder, "run", $"{name}.ipynb", "--output", "run");
        var export = await Cli.RunAsync(folder, "export", "--to", "cs", $"{name}.ipynb");
        Assert.True(export.ExitStatus == 0, export.Problems);
        Assert.Equal($"{name}.cs", export.Output.TrimEnd());

        using var limit = new CancellationTokenSource(Patience);
        using var process = System.Diagnostics.Process.Start(DotNetCommand.StartInfo(folder, "run", $"{name}.cs"))!;
        try
        {
            process.StandardInput.Close();
            var printed = process.StandardOutput.ReadToEndAsync(limit.Token);
            var problems = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, Lines(await printed), Lines(await problems), ShownBy(folder, name));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string ShownBy(string folder, string name) => string.Concat(
        NotebookDocument.Load(Path.Combine(folder, "run", $"{name}.ipynb")).Cells.Where(cell => cell.IsCode)
            .SelectMany(cell => cell.Outputs).Select(output => Text(output!)));

    private static string Text(JsonNode output) => (string?)output["output_type"] switch
    {
        "stream" => (string?)output["name"] == "stdout" ? Lines((string)output["text"]!) : "",
        "error" => "",
        _ => Lines((string?)output["data"]!["text/plain"] ?? OfHtml((string)output["data"]!["text/html"]!)).TrimEnd('\n') + "\n",
    };

    // Numbers and truth values are plain text in a box.
    private static string OfHtml(string html) =>
        WebUtility.HtmlDecode(Regex.Match(html, "<pre>(.*)</pre>", RegexOptions.Singleline).Groups[1].Value);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
