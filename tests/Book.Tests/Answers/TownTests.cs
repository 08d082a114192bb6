using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Microsoft.Playwright;
using NeuralNets.Data;
using NeuralNets.Torch;
using Notebooks.Documents;
using Testing;
using static TorchSharp.torch;

namespace Book.Tests.Answers;

/// <summary>Notebook 10's reader, to which a reader types the name of a town.</summary>
[Collection("Programs")]
public partial class TownTests(BrowserFixture browser)
{
    private const string Notebook = "10-networks-that-read.html";
    private static readonly string[] Countries = ["IT", "DE", "FR", "ES", "GB", "JP"];

    [Theory]
    [InlineData("montenero", "montenero")]
    [InlineData("Kawasaki", "kawasaki")]
    [InlineData("Bad Tölz", "badtolz")]
    [InlineData("", "")]
    public async Task A_name_is_read_as_torch_reads_it_with_the_notebooks_weights(string name, string letters)
    {
        await using var town = await AnswerPage.OpenAsync(browser, Notebook, "town");
        await town.Field("name of a town").FillAsync(name);
        var last = Shares(letters)[^6..];
        var first = last.Max();
        var read = letters.Length == 0 ? "no letter" : $"“{letters}”";
        await Assertions.Expect(town.Tells).ToContainTextAsync(
            $"After {read}: {Countries[Array.IndexOf(last, first)]} {Math.Round(100 * first)} %, ");
        Assert.Empty(town.Complaints);
    }

    [Fact]
    public async Task The_guess_follows_letter_by_letter_while_one_types()
    {
        await using var town = await AnswerPage.OpenAsync(browser, Notebook, "town");
        await Assertions.Expect(town.Field("name of a town")).ToBeFocusedAsync();
        await town.Page.Keyboard.PressAsync("Control+A");
        for (var read = 1; read <= 5; read++)
        {
            await town.Page.Keyboard.TypeAsync("kyoto"[read - 1].ToString());
            await Assertions.Expect(town.Tells).ToContainTextAsync($"After “{"kyoto"[..read]}”: ");
            await Assertions.Expect(town.View("letters"))
                .ToHaveAttributeAsync("aria-label", new Regex($", {"kyoto"[read - 1]} [A-Z]{{2}} \\d+ %\\.$"));
        }

        await Assertions.Expect(town.Tells).ToContainTextAsync("JP 95 %"); // As the notebook's own network.
        await town.Button("Saint-Malo").ClickAsync();
        await Assertions.Expect(town.Tells).ToContainTextAsync("After “saintmalo”: ");
    }

    /// <summary>torch's own layers with the weights that stand in the notebook.</summary>
    private static double[] Shares(string letters)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var cell = NotebookDocument.Load(Path.Combine(WorkingCopy.Root, "notebooks", "10-networks-that-read.ipynb")).Cells
            .Single(cell => cell.Metadata["answers"]?.GetValue<string>() == "town");
        var html = cell.Outputs.Select(output => output?["data"]?["text/html"]?.ToString() ?? "").First(Data().IsMatch);
        var weights = JsonNode.Parse(Data().Match(html).Groups[1].Value)!.AsArray()
            .Select(layer => tensor(layer!.AsArray().Select(number => number!.GetValue<double>()).ToArray())).ToArray();
        using var gru = nn.GRU(16, 24, batchFirst: true, dtype: float64);
        using (no_grad())
        {
            foreach (var (parameter, values) in gru.parameters().Zip(weights[1..5]))
                parameter.copy_(values.reshape(parameter.shape));
        }

        var text = tensor($".{letters}".Select(letter => (long)Letters.Alphabet.IndexOf(letter, StringComparison.Ordinal)).ToArray());
        var memory = gru.forward(weights[0].reshape(27, 16).index_select(0, text).unsqueeze(0), null).Item1[0];
        return memory.matmul(weights[5].reshape(6, 24).t()).add(weights[6]).softmax(1).detach().flatten().data<double>().ToArray();
    }

    [GeneratedRegex("data-reader>(.*)</script>")]
    private static partial Regex Data();
}
