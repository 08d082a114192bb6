using System.Globalization;
using Book.Tests.Browser;
using Book.Tests.Pages;
using Microsoft.Playwright;

namespace Book.Tests.Machine;

/// <summary>A page of the book in which the C# program has been started, as <c>m</c>.</summary>
internal static class MachinePage
{
    /// <summary>The address under which <see cref="ServeAsync"/> answers.</summary>
    public const string Host = "http://book.test/";

    private const string Page = "glossary.html";

    /// <summary>The expression that starts it; afterwards <c>m</c> is the machine.</summary>
    public const string Start = "(async () => { window.m = await startMachine(); })()";

    /// <summary>From the disk.</summary>
    public static async Task<IPage> FromDiskAsync(BrowserFixture browser)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(await AddressAsync());
        return page;
    }

    /// <summary>From a host.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="policy">The host's own policy, which counts beside the page's.</param>
    /// <param name="missing">A file that the host does not have.</param>
    /// <param name="name">The page.</param>
    public static async Task<IPage> FromHostAsync(
        BrowserFixture browser, string policy = "", string missing = "none", string name = Page)
    {
        var page = await browser.NewPageAsync();
        await ServeAsync(page, policy, missing);
        await page.GotoAsync(Host + name);
        return page;
    }

    /// <summary>The page's address on the disk; fails, saying why, where the book has no program.</summary>
    public static async Task<string> AddressAsync()
    {
        var address = await BuiltBook.AddressAsync(Page);
        Assert.True(File.Exists(Path.Combine(await BuiltBook.FolderAsync(), "assets", "machine.js")), string.Join('\n', BuiltBook.Said));
        return address;
    }

    /// <summary>A list as JavaScript has it.</summary>
    public static string List(IEnumerable<double> numbers) =>
        $"[{string.Join(',', numbers.Select(static number => number.ToString("R", CultureInfo.InvariantCulture)))}]";

    private static async Task ServeAsync(IPage page, string policy, string missing)
    {
        await AddressAsync();
        var folder = await BuiltBook.FolderAsync();
        await page.RouteAsync($"{Host}**", async route =>
        {
            var file = Path.Combine(folder, new Uri(route.Request.Url).AbsolutePath.TrimStart('/'));
            if (file.EndsWith(missing, StringComparison.Ordinal) || !File.Exists(file))
                await route.FulfillAsync(new() { Status = 404 });
            else
                await route.FulfillAsync(new() { Path = file, Headers = Headers(file, policy) });
        });
    }

    private static Dictionary<string, string> Headers(string file, string policy)
    {
        var headers = new Dictionary<string, string>
        {
            ["content-type"] = Path.GetExtension(file) switch { ".html" => "text/html", ".js" => "text/javascript", _ => "text/css" },
        };
        if (policy.Length > 0)
            headers["content-security-policy"] = policy;
        return headers;
    }
}
