namespace Engine.Tests.Chapter;

/// <summary>Every number that a notebook claims to have seen, it has shown.</summary>
public class ClaimTests
{
    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    // Claims are what stands in a paragraph *What we saw* and in the summary. A number of theirs must be printed by a cell, be a text of
    // a figure, or stand in code (as 200 in `epochs: 200`); printed numbers may have more digits than the claim, not fewer.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_number_that_is_claimed_is_printed_by_a_cell(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        var shown = new ShownNumbers(notebook.CodeCells);
        var claims = notebook.Paragraphs.Where(text => text.StartsWith("*What we saw", StringComparison.Ordinal))
            .Concat(notebook.Section("Summary").Text.Split('\n'));
        var unfounded = claims.SelectMany(claim =>
            Numeral.In(claim).Where(numeral => !shown.Has(numeral)).Select(numeral => $"{numeral.Text} is shown nowhere: {claim}"));
        ChapterNotebook.AssertNone(unfounded);
    }

    [Theory]
    [InlineData("the loss falls to 0.0021, 3.6 times less", "0.0021 3.6")]
    [InlineData("27 of 200, that is 13.5 %, or 13.5%", "27 200 13.5 % 13.5%")]
    [InlineData("b goes −0.138 → -0.036, from 1,000 to 1,000,000", "−0.138 -0.036 1,000 1,000,000")]
    [InlineData("between 0.01–0.05 and 3-5", "0.01 0.05 3 5")]
    [InlineData("(as in notebook 04, exercises 2 and 3 and notebooks 03 to 05; section 2; figure 1)", "")]
    [InlineData("in 1998, the 10th of L1, float32, at 10⁻³ and 2³ and x1", "")]
    [InlineData("`Linear(1, 10)` and [5](https://doi.org/10.1000/182), <https://arxiv.org/abs/1502.01852>", "5")]
    [InlineData("$\\delta = 0.25$ but not $10^{-3}$, $x_2$ or $\\frac{1}{2}$", "0.25")]
    [InlineData("RMSprop's first step is 3.2η", "3.2")]
    [InlineData("a 1-10-1 network, 8 × 8 pixels, 3×3.", "1 10 1 8 8 3 3")]
    public void Numerals_are_found_in_prose(string prose, string expected) =>
        Assert.Equal(expected, string.Join(' ', Numeral.In(prose).Select(numeral => numeral.Text)));

    [Theory]
    [InlineData("0.0021", "loss 0.00213", true)]
    [InlineData("0.0021", "loss 0.002", false)]
    [InlineData("0.00213", "loss 0.0021", false)]
    [InlineData("0.0021", "loss 2.13e-03", true)]
    [InlineData("27", "27 of 200", true)]
    [InlineData("27", "26.8", true)]
    [InlineData("27", "127 27,000", false)]
    [InlineData("27 %", "0.268", true)]
    [InlineData("27 %", "27.4%", true)]
    [InlineData("27 %", "27", true)]
    [InlineData("27 %", "0.3", false)]
    [InlineData("−0.5", "0.5", false)]
    [InlineData("−0.5", "-0.5", true)]
    [InlineData("0.5", "-0.5", true)]
    [InlineData("12,000", "12000", true)]
    [InlineData("12,000", "12,000", true)]
    public void A_claim_may_have_fewer_digits_than_what_is_printed(string claim, string printed, bool expected) =>
        Assert.Equal(expected, new ShownNumbers(printed, code: string.Empty).Has(Assert.Single(Numeral.In(claim))));

    [Theory]
    [InlineData("1,000", "epochs: 1_000", true)]
    [InlineData("0.1", "lr = .1", true)]
    [InlineData("0.3", "0.25", false)]
    [InlineData("0.001", "1e-3f", true)]
    public void A_number_of_the_code_is_taken_as_it_is(string claim, string code, bool expected) =>
        Assert.Equal(expected, new ShownNumbers(string.Empty, code).Has(Assert.Single(Numeral.In(claim))));
}
