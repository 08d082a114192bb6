using Book.Tests.Browser;
using Microsoft.Playwright;
using NeuralNets.Tests.Charts;

namespace Book.Tests.Figures;

/// <summary>A page with figures on it, served to the browser without a network, and what went wrong on it.</summary>
internal sealed class FigurePage(IPage page)
{
    private const string Address = "http://figures.test/";
    private static readonly Lazy<byte[]> PlotlyJs = new(ReadPlotly);

    public IPage Page { get; } = page;

    /// <summary>Errors on the page's console, except that a resource could not be had.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The addresses outside the page that were asked for.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>Opens a page with some kinds of figures, by default all.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="head">What stands in the head; null for the page's own plotly.js.</param>
    /// <param name="html">The attributes of the html element.</param>
    /// <param name="kinds">Which figures; null for all.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <param name="moves">Whether the reader lets things move by themselves.</param>
    /// <param name="height">Height of the window in pixels, by default enough to have every figure in view.</param>
    /// <param name="network">What the network answers to any address outside; null for no network.</param>
    public static async Task<FigurePage> Open(
        BrowserFixture browser,
        int width = 1400,
        string? head = null,
        string html = "",
        IEnumerable<string>? kinds = null,
        bool scripts = true,
        bool moves = false,
        int height = 12_000,
        byte[]? network = null)
    {
        head ??= "<meta name=\"plotly-src\" content=\"plotly.js\">";
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = moves ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
        });
        var figures = new FigurePage(page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                figures.Errors.Add(message.Text);
        };
        page.PageError += (_, error) => figures.Errors.Add(error);
        await page.RouteAsync("**/*", route => figures.Answer(route, Html(head, html, kinds), network));
        await page.GotoAsync(Address);
        return figures;
    }

    /// <summary>plotly.js as Plotly.NET embeds it.</summary>
    public static byte[] Plotly => PlotlyJs.Value;

    /// <summary>Waits until every figure of the page is alive, by its own script or by plotly.js.</summary>
    public Task Settle() => Wait("f.dataset.live === 'on' || f.dataset.live === 'plotly'");

    /// <summary>Points at every figure, as a reader does who wants to know more; waits until plotly.js draws it.</summary>
    public async Task Point()
    {
        await PointAtAll();
        await Wait("f.dataset.live === 'plotly'");
    }

    /// <summary>Points at every figure, and waits until it is known that there is no plotly.js.</summary>
    public async Task PointInVain()
    {
        await PointAtAll();
        await Wait("f.dataset.live === 'on' && f.dataset.plotly === 'none'");
    }

    /// <summary>The visible texts that touch each other, as pairs.</summary>
    public Task<string[]> TouchingTexts() => Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.nnf')].flatMap(figure => {
          const texts = [...figure.querySelectorAll('text:not(.nnf-key text),.nnf-key,output,button,p')]
            .filter(t => t.textContent.trim() && getComputedStyle(t).visibility === 'visible' && t.getBoundingClientRect().width > 0)
            .map(t => ({ t, r: t.getBoundingClientRect() }));
          const found = [];
          texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
            const across = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
            const down = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
            if (across > 1 && down > .3 * Math.min(a.r.height, b.r.height))
              found.push(`${figure.dataset.kind}: '${a.t.textContent}' and '${b.t.textContent}'`);
          }));
          return found;
        })
        """);

    /// <summary>The texts that stand out of their picture, and the names of vertical axes that are longer than their axis.</summary>
    public Task<string[]> TextsOutside() => Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.nnf')].flatMap(figure => {
          const picture = figure.querySelector('.nnf-svg').getBoundingClientRect();
          return [...figure.querySelectorAll('text')].filter(text => {
            const r = text.getBoundingClientRect(), turned = (text.getAttribute('transform') ?? '').includes('rotate');
            const axis = turned && text.closest('.p').querySelector('[data-plot]').getBoundingClientRect();
            return r.width > 0 && (r.left < picture.left - 2 || r.right > picture.right + 2 || r.top < picture.top - 2
              || r.bottom > picture.bottom + 2 || turned && (r.top < axis.top - 2 || r.bottom > axis.bottom + 2));
          }).map(text => `${figure.dataset.kind}: '${text.textContent}'`);
        })
        """);

    private async Task PointAtAll()
    {
        await Settle();
        await Page.EvaluateAsync(
            "() => document.querySelectorAll('.nnf-svg').forEach("
            + "svg => svg.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true })))");
    }

    private Task<IJSHandle> Wait(string condition) => Page.WaitForFunctionAsync(
        $"() => [...document.querySelectorAll('.nnf')].every(f => {condition})", null, new() { Timeout = 60_000 });

    private static string Html(string head, string html, IEnumerable<string>? kinds)
    {
        var figures = (kinds ?? FigureGallery.Kinds.Keys).Select(kind => FigureGallery.Kinds[kind]().ToHtml()
            .Replace("<div class=\"nnf\"", $"<div class=\"nnf\" data-kind=\"{kind}\"", StringComparison.Ordinal));
        return $"<!doctype html><html lang=\"en\" {html}><head><meta charset=\"utf-8\"><title>Figures</title>"
            + $"<meta name=\"viewport\" content=\"width=device-width\">{head}"
            + "<style>:root{color-scheme:light}:root[data-theme=dark]{color-scheme:dark;background:#1e1e1e;color:#ddd}"
            + "body{margin:16px;font-family:sans-serif}.nnf{margin:0 0 24px}</style>"
            + $"</head><body>{string.Concat(figures)}</body></html>";
    }

    private static byte[] ReadPlotly()
    {
        using var stream = typeof(Plotly.NET.GenericChart).Assembly.GetManifestResourceStream("Plotly.NET.plotly-2.28.0.min.js")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private Task Answer(IRoute route, string html, byte[]? network)
    {
        if (route.Request.Url == Address)
            return route.FulfillAsync(new() { ContentType = "text/html", Body = html });
        if (route.Request.Url == Address + "plotly.js")
            return route.FulfillAsync(new() { ContentType = "text/javascript", BodyBytes = Plotly });
        if (route.Request.Url.StartsWith(Address, StringComparison.Ordinal))
            return route.FulfillAsync(new() { Status = 404 });
        Outside.Add(route.Request.Url);
        return network is null ? route.AbortAsync() : route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            BodyBytes = network,
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        });
    }
}
