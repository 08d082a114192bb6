using Notebooks.Book.Mathematics;

namespace Book.Tests.Mathematics;

/// <summary>A formula as one types it.</summary>
public class FormulaTextTests
{
    [Theory]
    [InlineData(@"\sigma(z) = \frac{1}{1 + e^{-z}}", "σ(z) = 1/(1 + e^(−z))")]
    [InlineData(@"\frac{\lambda}{2} \sum_i w_i^2", "λ/2∑_iw_i^2")]
    [InlineData(@"\sqrt{n}", "√n")]
    [InlineData(@"a \le b", "a ≤ b")]
    public void Fractions_powers_and_indices_stay_what_they_are(string tex, string text) => Assert.Equal(text, FormulaText.Of(tex));
}
