using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Notebooks.Book.Mathematics;

namespace Book.Tests.Mathematics;

public class FormulaTests
{
    // Expectations are MathML as the MathML Core specification writes such formulas, not this converter's earlier output.
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("0.05", "<mn>0.05</mn>")]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData("x^10", "<mrow><msup><mi>x</mi><mn>1</mn></msup><mn>0</mn></mrow>")]
    [InlineData("x^{10}", "<msup><mi>x</mi><mn>10</mn></msup>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\frac{a}{b+c}", "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>")]
    [InlineData(@"\sqrt2", "<msqrt><mn>2</mn></msqrt>")]
    [InlineData(@"\eta", "<mi>η</mi>")]
    [InlineData(@"\Gamma", "<mi mathvariant=\"normal\">Γ</mi>")]
    [InlineData(@"\mathrm{MSE}", "<mi>MSE</mi>")]
    [InlineData(@"\mathrm{d}", "<mi mathvariant=\"normal\">d</mi>")]
    [InlineData(@"\mathbf{x}", "<mi>𝐱</mi>")]
    [InlineData(@"\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData(@"\mathcal{N}", "<mi>𝒩</mi>")]
    [InlineData(@"\mathcal{L}", "<mi>ℒ</mi>")]
    [InlineData(@"\boldsymbol{\beta}", "<mi>𝜷</mi>")]
    [InlineData(@"f'", "<msup><mi>f</mi><mo>′</mo></msup>")]
    [InlineData(@"\text{true MSE}", "<mtext>true\u00A0MSE</mtext>")]
    [InlineData(@"-1", "<mrow><mo form=\"prefix\">−</mo><mn>1</mn></mrow>")]
    [InlineData(@"a-1", "<mrow><mi>a</mi><mo>−</mo><mn>1</mn></mrow>")]
    [InlineData(@"a=-1", "<mrow><mi>a</mi><mo stretchy=\"false\">=</mo><mo form=\"prefix\">−</mo><mn>1</mn></mrow>")]
    [InlineData(@"\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData(@"\log x", "<mrow><mi>log</mi><mspace width=\"0.1667em\" /><mi>x</mi></mrow>")]
    [InlineData(
        @"\sum_{i=1}^n x_i", "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo stretchy=\"false\">=</mo><mn>1</mn></mrow>"
            + "<mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub></mrow>")]
    [InlineData(@"\int_0^1", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>")]
    [InlineData(@"1{,}000", "<mrow><mn>1</mn><mo lspace=\"0\" rspace=\"0\">,</mo><mn>000</mn></mrow>")]
    [InlineData("x % a comment\n+ y", "<mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow>")]
    public void A_formula_becomes_the_MathML_that_the_specification_gives_for_it(string tex, string expected)
    {
        var row = XElement.Parse(Formula.ToMathML(tex, display: false)).Element("semantics")!.Elements().First();
        var actual = row.Elements().Count() == 1 && !expected.StartsWith("<mrow>", StringComparison.Ordinal)
            ? row.Elements().Single()
            : row;
        Assert.Equal(expected, actual.ToString(SaveOptions.DisableFormatting));
    }

    [Theory]
    [InlineData(
        @"a \leftarrow a - \eta\,\frac{\partial\,\mathrm{MSE}}{\partial a} \qquad b \leftarrow b - "
            + @"\eta\,\frac{\partial\,\mathrm{MSE}}{\partial b}")]
    [InlineData(@"\sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \tanh z, \qquad \max(0, z)")]
    [InlineData(@"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}")]
    [InlineData(
        @"\nabla_\theta \mathcal{L}(\theta) = \left(\frac{\partial \mathcal{L}}{\partial \theta_1}, \ldots, \frac{\partial "
            + @"\mathcal{L}}{\partial \theta_p}\right)^\top")]
    [InlineData(@"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1-\beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1-\beta_2) g_t^2 \end{aligned}")]
    [InlineData(@"X^\top X = \begin{bmatrix} 20 & 26 \\ 26 & 35 \end{bmatrix}")]
    [InlineData(@"\mathrm{ReLU}(z) = \begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}")]
    [InlineData(@"\hat\theta = \underset{\theta}{\operatorname{arg\,min}} \; \frac1n \sum_{i=1}^{n} \bigl(y_i - f(x_i; \theta)\bigr)^2")]
    [InlineData(@"\operatorname*{arg\,min}_{a, b} \Big\| y - a - bx \Big\|^2")]
    [InlineData(@"D_{\mathrm{KL}}(p \,\|\, q) = \sum_i p_i \log\frac{p_i}{q_i} \ge 0")]
    [InlineData(@"\underbrace{y - \hat y}_{\text{error}} \sim \mathcal{N}(0, 0.1^2)")]
    [InlineData(@"\left\{ x \in \mathbb{R} \;\middle|\; |x| \leq 1 \right\}")]
    [InlineData(@"\lim_{h \to 0} \frac{f(x+h) - f(x)}{h}, \quad \binom{n}{k}, \quad \overline{x}, \quad \vec v, \quad \dot x")]
    [InlineData(@"\begin{array}{c|cc} a & b & c \\[4pt] d & e & f \\ \end{array}")]
    [InlineData(@"f''(x) + f'^2 \not= \sqrt[n]{x} \pmod 7")]
    public void The_formulas_of_a_chapter_on_neural_networks_can_be_set(string tex)
    {
        var math = XElement.Parse(Formula.ToMathML(tex, display: true));
        Assert.Equal("block", math.Attribute("display")!.Value);
        Assert.Equal(tex, math.Descendants("annotation").Single().Value);
        Assert.DoesNotContain(math.Descendants("mrow").First().DescendantNodes().OfType<XText>(), text =>
            text.Value.Contains('\\', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"\foo x", @"'\foo' at column 1")]
    [InlineData(@"a + \frac{1", "is not closed before the end of the formula")]
    [InlineData(@"\frac{1}", "expects an argument")]
    [InlineData("x^a^b", "second '^' at column 4")]
    [InlineData("x}", "Found '}' at column 2")]
    [InlineData(@"\left( x", @"'\left' at column 1 is not closed by '\right'")]
    [InlineData(@"\left q", "expects a bracket. Found 'q'")]
    [InlineData(@"\begin{picture}\end{picture}", @"'\begin{picture}' at column 1")]
    [InlineData(@"\begin{matrix} a \end{pmatrix}", @"Expected '\end{matrix}'")]
    [InlineData(@"\begin{matrix} a", @"Expected 'end' for '\begin'")]
    [InlineData(@"a & b", "Found '&' at column 3")]
    [InlineData(@"\text{a \alpha}", "text takes none")]
    [InlineData(@"\text{a", "never closed")]
    [InlineData(@"x\", "followed by no command")]
    [InlineData(" ", "empty")]
    public void A_formula_that_cannot_be_set_says_what_was_found_and_where(string tex, string message)
    {
        var error = Assert.Throws<TeXException>(() => Formula.ToMathML(tex, display: false));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_no_stack_overflow()
    {
        var tex = string.Concat(Enumerable.Repeat("{", 5000)) + "x" + string.Concat(Enumerable.Repeat("}", 5000));
        Assert.Contains("nested", Assert.Throws<TeXException>(() => Formula.ToMathML(tex, false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gives_well_formed_MathML_or_a_TeXException()
    {
        string[] pieces = ["x", "12.5", "{", "}", "^", "_", "'", "&", @"\\", @"\frac", @"\left(", @"\right)", @"\sqrt", "[", "]", @"\text",
            @"\begin{matrix}", @"\end{matrix}", @"\mathbf", "<", "\"", @"\", "é", "😀", @"\not", @"\limits", @"\sum"];
        var formulas = Gen.ListOf(Gen.Elements(pieces)).Select(string.Concat).ToArbitrary();
        Prop.ForAll(formulas, tex =>
        {
            try
            {
                XElement.Parse(Formula.ToMathML(tex, false));
            }
            catch (TeXException)
            {
                // The other permitted end.
            }
        }).QuickCheckThrowOnFailure();
    }
}
