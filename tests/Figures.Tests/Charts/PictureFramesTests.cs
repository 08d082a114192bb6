using System.Text.Json;
using NeuralNets.Charts;

namespace NeuralNets.Tests.Charts;

/// <summary>The frames that a page plays, put together as its script does.</summary>
public class PictureFramesTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 60).Select(i => i / 10.0)];

    [Theory]
    [InlineData("training")]
    [InlineData("slider")]
    public void The_frame_that_stands_still_is_the_picture(string kind)
    {
        var figure = FigureGallery.Kinds[kind]();
        using var json = Json(figure);
        var shown = json.RootElement.GetProperty("layout").GetProperty("meta").GetProperty("shown").GetInt32();
        var svg = figure.ToSvg().Replace('"', '\'');
        Assert.All(Marks(json.RootElement, shown), mark => Assert.Contains($">{mark}</g>", svg, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_frame_is_the_picture_of_its_figure()
    {
        Figure At(int i) => Figure.Line(X, X.Select(x => Math.Sin(x + (i / 5.0)))).HeatMap(X, X, Waves(i)).RangeY(-1, 6).RangeX(0, 6)
            .Scatter([i / 10.0], [0.5]);
        using var json = Json(Figure.Replay("step", Enumerable.Range(0, 9).Select(i => ($"{i}", At(i)))));
        for (var i = 0; i < 9; i++)
        {
            var svg = At(i).ToSvg().Replace('"', '\'');
            Assert.All(Marks(json.RootElement, i), mark => Assert.Contains($">{mark}</g>", svg, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_curve_that_grows_is_written_about_once()
    {
        double[] noise = [.. Enumerable.Range(0, 150).Select(i => Math.Sin(i * i))];
        int Length(int frames) => Figure.Replay("epoch", Enumerable.Range(1, frames)
            .Select(i => ($"{i}", Figure.Of("loss").Growing(noise.Take(150 * i / frames), 150)))).ToHtml().Length;
        Assert.InRange(Length(50) - Length(2), 0, 48 * 200);
    }

    [Fact]
    public void What_stands_still_is_no_part_of_the_frames()
    {
        using var json = Json(FigureGallery.Training());
        Assert.Equal(
            ["0 2", "1 0", "1 1"],
            json.RootElement.GetProperty("moving").EnumerateArray().Select(mark => $"{mark[0].GetInt32()} {mark[1].GetInt32()}"));
    }

    private static JsonDocument Json(Figure figure)
    {
        var html = figure.ToHtml();
        const string Begin = "<script type=\"application/json\">";
        var begin = html.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return JsonDocument.Parse(html[begin..html.IndexOf("</script>", begin, StringComparison.Ordinal)]);
    }

    private static IEnumerable<string> Marks(JsonElement figure, int frame)
    {
        var pieces = new List<string>();
        foreach (var piece in figure.GetProperty("pieces").EnumerateArray())
        {
            var whole = piece.ValueKind == JsonValueKind.String;
            var like = whole ? "" : pieces[piece[0].GetInt32()];
            pieces.Add(whole ? piece.GetString()! : like[..piece[1].GetInt32()] + piece[2].GetString() + like[^piece[3].GetInt32()..]);
        }

        return figure.GetProperty("frames")[frame].GetProperty("marks").EnumerateArray()
            .Select(mark => string.Concat(mark.EnumerateArray().Select(place => pieces[place.GetInt32()])));
    }

    private static double[,] Waves(int shift)
    {
        var waves = new double[X.Length, X.Length];
        for (var i = 0; i < X.Length * X.Length; i++)
            waves[i / X.Length, i % X.Length] = Math.Sin(X[i / X.Length] + shift) * Math.Cos(X[i % X.Length]);
        return waves;
    }
}
