using System.Globalization;
using Testing;

namespace Bounds;

/// <summary>How long a reader of the book waits; of the book that the README's first command has made.</summary>
public class PageTests
{
    // What else a machine does only ever adds to what a page takes, so the best try tells most about the page.
    private const int Tries = 15;

    [Fact]
    public async Task The_text_is_readable_within_300_ms_and_the_first_figure_live_within_a_second_of_being_seen()
    {
        Assert.True(Chromium.Path is not null, Chromium.HowToInstall);
        var book = Path.Combine(WorkingCopy.Root, "artifacts", "book");
        Assert.True(File.Exists(Path.Combine(book, "index.html")), $"There is no book in {book}; the README's first command makes it.");
        var (text, figure) = (new List<double>(), new List<double>());
        while (text.Count < Tries && !(text.Any(ms => ms <= 300) && figure.Any(ms => ms <= 1000)))
        {
            var visit = await ReadersBrowser.VisitAsync(book, "04-building-networks.html", TestContext.Current.CancellationToken);
            text.Add(visit.Text);
            figure.Add(visit.Figure);
        }

        Bound.Hold("text readable after, ms (the best of " + List(text) + ")", text.Min(), 300);
        Bound.Hold("first figure live after, ms (the best of " + List(figure) + ")", figure.Min(), 1000);
    }

    private static string List(IEnumerable<double> times) => string.Join(' ', times.Select(time => time.ToString("0", CultureInfo.InvariantCulture)));
}
