using Book.Tests.Pages;

namespace Book.Tests.Firefox;

/// <summary>What a reader with Firefox does: the cover, the search, folded code, the faces, from the disk.</summary>
public class FirefoxTests
{
    [Fact]
    public async Task From_the_disk_Firefox_shows_the_cover_and_its_faces_finds_and_folds()
    {
        await using var page = await FirefoxPage.OpenAsync(await BuiltBook.AddressAsync("index.html"), width: 1280);
        Assert.Equal("4", await page.EvaluateAsync("document.querySelectorAll('.stories .picture > *').length"));
        await page.WaitForAsync("document.querySelector('.hero .nnf').dataset.live === 'on'");
        await page.WaitForAsync(
            "['Book Text', 'Book Math'].every(name => "
            + "[...document.fonts].some(face => face.family.includes(name) && face.status === 'loaded'))");

        await page.TypeAsync("/");
        await page.WaitForAsync("window.bookFinder");
        await page.TypeAsync("overfiting");
        await page.WaitForAsync(
            "document.querySelector('.finder li a')?.getAttribute('href') === '06-training-in-practice.html#overfitting'");
        await page.EvaluateAsync("document.querySelector('.finder li a').click()");
        await page.WaitForAsync("location.hash === '#overfitting' && document.readyState === 'complete'");

        const string IsOpen = "document.querySelector('details.drawing pre').checkVisibility()";
        Assert.Equal("false", await page.EvaluateAsync(IsOpen));
        await page.EvaluateAsync("document.querySelectorAll('.choices input')[1].click()");
        Assert.Equal("true", await page.EvaluateAsync(IsOpen));
        Assert.Equal("0", await page.EvaluateAsync("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    [Fact]
    public async Task On_a_telephone_no_page_is_wider_than_the_window()
    {
        await using var page = await FirefoxPage.OpenAsync(await BuiltBook.AddressAsync("index.html"), width: 360);
        foreach (var name in BuiltBook.Pages.Select(static row => row.Data))
        {
            await page.GoToAsync(await BuiltBook.AddressAsync(name));
            var over = await page.EvaluateAsync("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
            Assert.Equal($"{name} 0", $"{name} {over}");
        }
    }
}
