using System.Globalization;
using Testing;

namespace Bounds;

/// <summary>How long a reader of the book waits; of the book that the README's first command has made.</summary>
public class PageTests
{
    // What else a machine does only ever adds to what a page takes, so the best try tells most about the page.
    private const int Tries = 15;

    [Fact]
    public async Task A_page_is_readable_in_300_ms_its_first_figure_live_in_1000_and_its_program_alive_in_1500()
    {
        Assert.True(Chromium.Path is not null, Chromium.HowToInstall);
        var book = Path.Combine(WorkingCopy.Root, "artifacts", "book");
        Assert.True(
            File.Exists(Path.Combine(book, "assets", "machine.js")),
            $"There is no book with C# in its pages in {book}; the README's first command makes it.");
        var (text, figure, machine) = (new List<double>(), new List<double>(), new List<double>());
        while (text.Count < Tries && !(text.Any(ms => ms <= 300) && figure.Any(ms => ms <= 1000) && machine.Any(ms => ms <= 1500)))
        {
            var visit = await ReadersBrowser.VisitAsync(book, "04-building-networks.html", TestContext.Current.CancellationToken);
            text.Add(visit.Text);
            figure.Add(visit.Figure);
            machine.Add(visit.Machine);
        }

        Bound.Hold("text readable after, ms (the best of " + List(text) + ")", text.Min(), 300);
        Bound.Hold("first figure live after, ms (the best of " + List(figure) + ")", figure.Min(), 1000);
        Bound.Hold("C# in the page alive after, ms (the best of " + List(machine) + ")", machine.Min(), 1500);
    }

    private static string List(IEnumerable<double> times) =>
        string.Join(' ', times.Select(time => time.ToString("0", CultureInfo.InvariantCulture)));
}
