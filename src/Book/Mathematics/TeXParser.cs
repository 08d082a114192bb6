using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <summary>
/// Reads a formula in the subset of TeX that MathJax, KaTeX and this book share, and builds its MathML Core.
/// Here: rows, letters, scripts. The commands are in the other parts.
/// </summary>
internal sealed partial class TeXParser
{
    private const int DeepestNesting = 100;

    private readonly TeXLexer lexer;
    private TeXToken? peeked;
    private MathAlphabet alphabet;
    private int depth;

    private TeXParser(string formula) => lexer = new(formula);

    /// <summary>The formula as one MathML element.</summary>
    /// <exception cref="TeXException">The formula cannot be set.</exception>
    public static XElement Parse(string formula)
    {
        var parser = new TeXParser(formula);
        var row = parser.Row();
        var end = parser.Take();
        return end.Kind == TeXTokenKind.End
            ? row
            : throw new TeXException($"Found {end} at column {end.Position + 1} without what it should close or separate.");
    }

    private TeXToken Peek() => peeked ??= lexer.Next();

    private TeXToken Take()
    {
        var token = Peek();
        peeked = null;
        return token;
    }

    private bool TryTake(TeXTokenKind kind, string text)
    {
        var token = Peek();
        if (token.Kind != kind || token.Text != text)
            return false;
        peeked = null;
        return true;
    }

    private TeXToken Expect(TeXTokenKind kind, string text, TeXToken forWhat)
    {
        var token = Take();
        return token.Kind == kind && (text.Length == 0 || token.Text == text)
            ? token
            : throw new TeXException(
                $"Found {token} at column {token.Position + 1}. Expected '{text}' for {forWhat} at column {forWhat.Position + 1}.");
    }

    /// <summary>
    /// Everything up to what ends a row: a closing brace, a column or row of a table, <c>\right</c>, <c>\end</c>, the
    /// formula's end.
    /// </summary>
    private XElement Row(Func<TeXToken, bool>? stop = null)
    {
        if (++depth > DeepestNesting)
            throw new TeXException($"The formula is nested more than {DeepestNesting} deep.");
        var atoms = new List<Atom>();
        while (!EndsRow(Peek()) && stop?.Invoke(Peek()) != true)
        {
            if (Peek() is { Kind: TeXTokenKind.Command, Text: "displaystyle" or "textstyle" } style)
                atoms.Add(RestInStyle(style, stop));
            else
                atoms.Add(ScriptedAtom());
        }

        depth--;
        return MathML.Row(atoms);
    }

    private static bool EndsRow(TeXToken token) =>
        token.Kind is TeXTokenKind.End or TeXTokenKind.Close or TeXTokenKind.NextColumn or TeXTokenKind.NextRow
        || token is { Kind: TeXTokenKind.Command, Text: "right" or "middle" or "end" };

    private Atom RestInStyle(TeXToken style, Func<TeXToken, bool>? stop)
    {
        Take();
        var displayed = style.Text == "displaystyle" ? "true" : "false";
        return Ordinary(MathML.Element("mstyle", new XAttribute("displaystyle", displayed), Row(stop)));
    }

    private Atom ScriptedAtom()
    {
        var nucleus = Peek().Kind is TeXTokenKind.Superscript or TeXTokenKind.Subscript or TeXTokenKind.Prime
            ? Ordinary(MathML.Element("mrow"))
            : AtomFrom(Take());
        return WithScripts(nucleus);
    }

    private Atom WithScripts(Atom nucleus)
    {
        bool? limits = null;
        XElement? below = null;
        XElement? above = null;
        while (true)
        {
            if (TryTake(TeXTokenKind.Command, "limits"))
                limits = true;
            else if (TryTake(TeXTokenKind.Command, "nolimits"))
                limits = false;
            else if (Peek().Kind is TeXTokenKind.Prime)
                above = Primes(Take(), above);
            else if (Peek().Kind is TeXTokenKind.Superscript)
                above = Script(Take(), above);
            else if (Peek().Kind is TeXTokenKind.Subscript)
                below = Script(Take(), below);
            else
                return Scripts.Attach(nucleus, below, above, limits);
        }
    }

    private static XElement Primes(TeXToken token, XElement? above)
    {
        if (above is not null)
            throw new TeXException($"Found {token} at column {token.Position + 1} after a superscript.");
        return MathML.Operator(token.Text.Length switch { 1 => "′", 2 => "″", 3 => "‴", _ => new string('′', token.Text.Length) });
    }

    private XElement Script(TeXToken token, XElement? earlier)
    {
        // A prime is a superscript to which another may be added; two of the same kind are a mistake.
        if (earlier is not null && !(earlier.Name == "mo" && earlier.Value.TrimStart('′', '″', '‴').Length == 0))
            throw new TeXException($"Found a second {token} at column {token.Position + 1}. Put braces around what it belongs to.");
        var script = Argument(token);
        return earlier is null ? script : MathML.Element("mrow", earlier, script);
    }

    /// <summary>The argument of a command or script: a group in braces, or the one character or command that comes next.</summary>
    private XElement Argument(TeXToken forWhat)
    {
        var token = Take();
        switch (token.Kind)
        {
            case TeXTokenKind.Open:
                return Group(token);
            case TeXTokenKind.Number when token.Text.Length > 1:
                peeked = new(token.Text[1] == '.' ? TeXTokenKind.Character : TeXTokenKind.Number, token.Text[1..], token.Position + 1);
                return AtomFrom(token with { Text = token.Text[..1] }).Element;
            case TeXTokenKind.Character or TeXTokenKind.Number or TeXTokenKind.Command when !EndsRow(token):
                return AtomFrom(token).Element;
            default:
                throw new TeXException($"{forWhat} at column {forWhat.Position + 1} expects an argument. Found {token}.");
        }
    }

    private XElement Group(TeXToken open)
    {
        var row = Row();
        if (Peek().Kind != TeXTokenKind.Close)
            throw new TeXException(
                $"The brace opened at column {open.Position + 1} is not closed before {Peek()} at column {Peek().Position + 1}.");
        Take();
        return row;
    }

    private Atom AtomFrom(TeXToken token) => token.Kind switch
    {
        TeXTokenKind.Open => Braced(token),
        TeXTokenKind.Number =>
            Ordinary(MathML.Element("mn", string.Concat(token.Text.Select(c => MathLetters.In(alphabet, c.ToString()))))),
        TeXTokenKind.Command => CommandAtom(token),
        _ => CharacterAtom(token.Text),
    };

    private Atom Braced(TeXToken open)
    {
        var group = Group(open);
        // {,} and {=} are TeX's way to say: this sign without the space around it.
        if (group.Name == "mo")
            group.Add(new XAttribute("lspace", "0"), new XAttribute("rspace", "0"));
        return Ordinary(group);
    }

    private Atom CharacterAtom(string character)
    {
        if (character == "~")
            return new(AtomKind.Space, MathML.Space(0.25));
        var (kind, text) = TeXSymbols.Character(character);
        return kind is AtomKind.Ordinary && (char.IsLetter(character, 0) || character is "∇" or "∂" or "∞")
            ? Letter(text)
            : Sign(kind, text);
    }

    /// <summary>A variable; in an upright alphabet the letters that follow belong to the same word.</summary>
    private Atom Letter(string first)
    {
        if (alphabet is not (MathAlphabet.Roman or MathAlphabet.SansSerif or MathAlphabet.Monospace))
            return Ordinary(Identifier(MathLetters.In(alphabet, first)));
        var word = MathLetters.In(alphabet, first);
        while (Peek() is { Kind: TeXTokenKind.Character } next && char.IsLetter(next.Text, 0))
            word += MathLetters.In(alphabet, Take().Text);
        return Ordinary(Identifier(word));
    }

    private XElement Identifier(string text)
    {
        var identifier = MathML.Element("mi", text);
        // A single letter is italic in MathML unless it says otherwise; capital Greek is upright in TeX.
        if (text.Length == 1 && (alphabet == MathAlphabet.Roman || text[0] is >= 'Α' and <= 'Ω' or '∇' or '∞'))
            identifier.SetAttributeValue("mathvariant", "normal");
        return identifier;
    }

    private static Atom Ordinary(XElement element) => new(AtomKind.Ordinary, element);
}
