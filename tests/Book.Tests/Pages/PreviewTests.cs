using Book.Tests.Browser;
using Microsoft.Playwright;
using Testing;

namespace Book.Tests.Pages;

/// <summary>
/// The picture that other sites show of a page: its title and its first figure. It is kept as a file; UPDATE_SNAPSHOTS=1 draws it
/// again. A page without a figure shares the cover's.
/// </summary>
[Collection("Browser")]
public class PreviewTests(BrowserFixture browser)
{
    // On the page itself, whose styles it takes; all in the faces that come with the book, so that it is the same everywhere.
    private const string Draw = """
        () => {
          const text = name => document.querySelector(`meta[property="og:${name}"]`).content;
          const [book, title] = ['site_name', 'title'].map(text);
          const figure = document.querySelector('main .nnf-svg');
          const make = (name, ...content) => {
            const made = document.createElement(name);
            made.append(...content);
            return made;
          };
          if (!figure) return false;
          const place = figure.getBoundingClientRect();
          const card = make('main', make('header', book === title ? '' : book), make('h1', title), figure);
          card.className = place.width < 1.65 * place.height ? 'beside' : '';
          document.body.replaceChildren(...document.querySelectorAll('main style'), card);
          document.head.append(make('style', `
            body, main { all: unset; }
            main { box-sizing: border-box; width: 1200px; height: 630px; padding: 48px 64px 44px; overflow: hidden; display: flex;
              flex-direction: column; background: var(--page); border-top: 12px solid var(--link); position: relative; }
            main * { font-family: var(--text-face) !important; }
            header { all: unset; font-size: 30px; color: var(--quiet); }
            h1 { margin: 8px 0 20px; font-size: 64px; font-weight: 700; line-height: 1.05; color: var(--ink); }
            .nnf-svg { flex: 1; min-height: 0; width: 100% !important; max-width: none !important; }
            .beside { padding-right: 690px; justify-content: center; }
            .beside .nnf-svg { position: absolute; right: 40px; inset-block: 0; margin: auto 0; width: 620px !important;
              height: auto !important; aspect-ratio: ${place.width} / ${place.height}; }`));
          return document.fonts.ready.then(() => true);
        }
        """;

    private const string Compare = """
        async files => {
          const pixels = await Promise.all(files.map(async file => {
            const picture = new Image();
            picture.src = `data:image/png;base64,${file}`;
            await picture.decode();
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
            canvas.drawImage(picture, 0, 0);
            return canvas.getImageData(0, 0, picture.width, picture.height).data;
          }));
          if (pixels[0].length !== pixels[1].length) return 1;
          return pixels[0].reduce((sum, value, i) => sum + (Math.abs(value - pixels[1][i]) > 64), 0) / pixels[0].length;
        }
        """;

    public static TheoryData<string> Pages => BuiltBook.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_a_preview_that_shows_what_stands_on_it(string name)
    {
        var file = Path.Combine(WorkingCopy.Root, "notebooks", "previews", Path.ChangeExtension(name, ".png"));
        await using var open = await OpenPage.OpenAsync(browser, name, 1200);
        await open.Page.SetViewportSizeAsync(1200, 630);
        if (!await open.Page.EvaluateAsync<bool>(Draw))
        {
            Assert.False(File.Exists(file), $"{name} has no figure any more, but a preview.");
            return;
        }

        var drawn = await open.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllBytesAsync(file, drawn, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(file), $"{name} has no preview: set UPDATE_SNAPSHOTS=1, run once, and look at it.");
        var kept = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var different = await open.Page.EvaluateAsync<double>(Compare, new[] { kept, drawn }.Select(Convert.ToBase64String));
        Assert.True(different < 0.005, $"{different:P1} of the preview of {name} is not as on the page any more: set UPDATE_SNAPSHOTS=1.");
        Assert.InRange(kept.Length, 8_000, 80_000);
    }
}
