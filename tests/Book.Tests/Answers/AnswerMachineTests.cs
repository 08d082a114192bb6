using Book.Tests.Browser;
using Book.Tests.Machine;
using NeuralNets.Page.Answers;
using NeuralNets.Scratch.Perceptrons;

namespace Book.Tests.Answers;

/// <summary>What figures that answer ask C# for, in a page and natively.</summary>
[Collection("Programs")]
public class AnswerMachineTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_page_computes_as_the_same_source_does_natively()
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(MachinePage.Start);
        var (line, places) = (Case.All["a line"].Begin(), (double[])[0.5, -0.25, 2, 1, -3, 0]);
        await page.EvaluateAsync($"{(Case.All["a line"] with { Steps = 0 }).InPage()}.then(() => 0)");
        double[] picture = [.. Enumerable.Range(0, 40).Select(static i => Math.Sin(i * i))];
        double[] filter = [1, 0, -1, 2, 0.5, -2, 1, 0.25, -1];
        double[] inputs = [0.1, 0.7, -3, 2];
        double[] weights = [.. Enumerable.Range(0, 128 - 1).Select(static i => Math.Cos(i * i))];
        foreach (var (call, expected) in new[]
        {
            ($"'Neuron', [3, -2], 0.5, 3, {MachinePage.List(inputs)}", Neuron.Outputs([3, -2], 0.5, Activation.Sigmoid, inputs)),
            ($"'Losses', {MachinePage.List(places)}", line.Losses(places)),
            ("'Walk', 50", line.Walk(50)),
            ($"'Guesses', {MachinePage.List(weights)}, 2, 4, 5, [0, 2, 1]", new Reader(weights, 2, 4, 5).Guesses([0, 2, 1])),
            ($"'Convolve', {MachinePage.List(picture)}, 8, {MachinePage.List(filter)}, 0.5", Convolution.Map(picture, 8, filter, 0.5)),
        })
        {
            var found = await page.EvaluateAsync<double[]>($"m.call({call}).then(numbers => [...numbers])");
            Assert.Equal(expected.Length, found.Length);
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }
    }
}
