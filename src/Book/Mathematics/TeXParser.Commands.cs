using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <content>The commands.</content>
internal sealed partial class TeXParser
{
    private static readonly Dictionary<string, MathAlphabet> Alphabets = new(StringComparer.Ordinal)
    {
        ["mathrm"] = MathAlphabet.Roman,
        ["mathup"] = MathAlphabet.Roman,
        ["mathbf"] = MathAlphabet.Bold,
        ["boldsymbol"] = MathAlphabet.BoldItalic,
        ["bm"] = MathAlphabet.BoldItalic,
        ["mathbb"] = MathAlphabet.DoubleStruck,
        ["mathcal"] = MathAlphabet.Script,
        ["mathscr"] = MathAlphabet.Script,
        ["mathfrak"] = MathAlphabet.Fraktur,
        ["mathsf"] = MathAlphabet.SansSerif,
        ["mathtt"] = MathAlphabet.Monospace,
        ["mathit"] = MathAlphabet.Normal,
        ["mathnormal"] = MathAlphabet.Normal,
    };

    private static readonly Dictionary<string, (string Sign, bool Stretchy)> Accents = new(StringComparer.Ordinal)
    {
        ["hat"] = ("^", false),
        ["widehat"] = ("^", true),
        ["bar"] = ("¯", false),
        ["overline"] = ("¯", true),
        ["tilde"] = ("~", false),
        ["widetilde"] = ("~", true),
        ["vec"] = ("→", false),
        ["overrightarrow"] = ("→", true),
        ["overleftarrow"] = ("←", true),
        ["dot"] = ("˙", false),
        ["ddot"] = ("¨", false),
        ["check"] = ("ˇ", false),
        ["breve"] = ("˘", false),
        ["overbrace"] = ("⏞", true),
    };

    private Atom CommandAtom(TeXToken command)
    {
        var name = command.Text;
        if (TeXSymbols.TryFind(name, out var sign))
            return SignAtom(sign.Kind, sign.Text);
        if (TeXSymbols.TryFindSpace(name, out var width))
            return new(AtomKind.Space, MathML.Space(width));
        if (Alphabets.TryGetValue(name, out var letters))
            return Ordinary(InAlphabet(letters, command));
        if (Accents.TryGetValue(name, out var accent))
            return Ordinary(Accent(command, accent.Sign, accent.Stretchy));
        if (BracketSize(name) is { } size)
            return SizedBracket(command, size);

        return name switch
        {
            "frac" => Ordinary(MathML.Element("mfrac", Argument(command), Argument(command))),
            "dfrac" or "tfrac" or "cfrac" => Ordinary(StyledFraction(command)),
            "binom" => Ordinary(Binomial(command)),
            "sqrt" => Ordinary(Root(command)),
            "text" or "textrm" or "textnormal" or "mbox" => Ordinary(TextArgument(command, null)),
            "textbf" => Ordinary(TextArgument(command, "font-weight:bold")),
            "textit" or "emph" => Ordinary(TextArgument(command, "font-style:italic")),
            "texttt" => Ordinary(TextArgument(command, "font-family:monospace")),
            "operatorname" => new(AtomKind.Function, FunctionName(OperatorName(command))),
            "operatorname*" => new(AtomKind.Limit, FunctionName(OperatorName(command))),
            "left" => Ordinary(Fenced(command)),
            "begin" => Ordinary(Environment(command)),
            "underline" => Ordinary(MathML.Element("munder", Argument(command), MathML.Operator("_", new XAttribute("stretchy", "true")))),
            "underbrace" => Ordinary(MathML.Element("munder", Argument(command), MathML.Operator("⏟", new XAttribute("stretchy", "true")))),
            "overset" or "stackrel" => Stacked("mover", command),
            "underset" => Stacked("munder", command),
            "xrightarrow" => new(AtomKind.Relation, LabelledArrow("→", command)),
            "xleftarrow" => new(AtomKind.Relation, LabelledArrow("←", command)),
            "substack" => Ordinary(Substack(command)),
            "phantom" => Ordinary(MathML.Element("mphantom", Argument(command))),
            "boxed" => Ordinary(MathML.Element("mrow", new XAttribute("style", "border:1px solid;padding:.25em"), Argument(command))),
            "tag" => Ordinary(MathML.Element("mrow", MathML.Space(2), MathML.Text($"({lexer.RawGroup(command)})"))),
            "bmod" => new(AtomKind.Binary, MathML.Operator("mod", new XAttribute("lspace", "0.25em"), new XAttribute("rspace", "0.25em"))),
            "pmod" => Ordinary(MathML.Element("mrow", MathML.Space(1), MathML.Text("(mod "), Argument(command), MathML.Text(")"))),
            "not" => Negated(command),
            _ => throw new TeXException($"The book cannot set the command '\\{name}' at column {command.Position + 1}."),
        };
    }

    private Atom SignAtom(AtomKind kind, string text) => kind switch
    {
        AtomKind.Ordinary when char.IsLetter(text, 0) || text is "∞" or "∂" or "∇" => Ordinary(Identifier(MathLetters.In(alphabet, text))),
        AtomKind.Function or AtomKind.Limit => new(kind, FunctionName(text)),
        _ => Sign(kind, text),
    };

    private static Atom Sign(AtomKind kind, string text) => kind switch
    {
        // Brackets and bars that are not \left or \right keep the size of the line.
        AtomKind.Opening => new(kind, MathML.Operator(text, new XAttribute("form", "prefix"), new XAttribute("stretchy", "false"))),
        AtomKind.Closing => new(kind, MathML.Operator(text, new XAttribute("form", "postfix"), new XAttribute("stretchy", "false"))),
        AtomKind.Ordinary when text is "|" or "‖" or "/" or "\\" =>
            new(kind, MathML.Operator(
                text, new XAttribute("stretchy", "false"), new XAttribute("lspace", "0"), new XAttribute("rspace", "0"))),
        AtomKind.Ordinary when text is "…" or "⋯" or "⋮" or "⋱" => new(kind, MathML.Element("mi", text)),
        AtomKind.Ordinary => new(kind, MathML.Element("mi", new XAttribute("mathvariant", "normal"), text)),
        AtomKind.Punctuation when text == ":" => new(kind, MathML.Operator(text, new XAttribute("lspace", "0"))),
        // Arrows point; they do not grow with the row they stand in.
        AtomKind.Relation => new(kind, MathML.Operator(text, new XAttribute("stretchy", "false"))),
        _ => new(kind, MathML.Operator(text)),
    };

    private static XElement FunctionName(string name) => name.Length == 1
        ? MathML.Element("mi", new XAttribute("mathvariant", "normal"), name)
        : MathML.Element("mi", name.Replace(' ', '\u2009'));

    private XElement InAlphabet(MathAlphabet letters, TeXToken command)
    {
        var before = alphabet;
        alphabet = letters;
        var argument = Argument(command);
        alphabet = before;
        return argument;
    }

    private XElement Accent(TeXToken command, string sign, bool stretchy) =>
        MathML.Element("mover", new XAttribute("accent", "true"), Argument(command),
            MathML.Operator(sign, new XAttribute("stretchy", stretchy ? "true" : "false")));

    private XElement StyledFraction(TeXToken command) => MathML.Element(
        "mstyle",
        new XAttribute("displaystyle", command.Text == "tfrac" ? "false" : "true"),
        new XAttribute("scriptlevel", "0"),
        MathML.Element("mfrac", Argument(command), Argument(command)));

    private XElement Binomial(TeXToken command) => MathML.Element(
        "mrow",
        MathML.Fence("(", "prefix"),
        MathML.Element("mfrac", new XAttribute("linethickness", "0"), Argument(command), Argument(command)),
        MathML.Fence(")", "postfix"));

    private XElement Root(TeXToken command)
    {
        if (!TryTake(TeXTokenKind.Character, "["))
            return MathML.Element("msqrt", Argument(command));
        var index = Row(static token => token is { Kind: TeXTokenKind.Character, Text: "]" });
        Expect(TeXTokenKind.Character, "]", command);
        return MathML.Element("mroot", Argument(command), index);
    }

    /// <summary>Text, with formulas between dollar signs in it.</summary>
    private XElement TextArgument(TeXToken command, string? style)
    {
        var parts = lexer.RawGroup(command).Split('$');
        if (parts.Length % 2 == 0)
            throw new TeXException($"{command} at column {command.Position + 1} has a '$' without its partner.");
        var elements = parts
            .Select((part, i) => i % 2 == 1 ? Parse(part) : MathML.Text(Unescape(part)))
            .Where(static element => element.Value.Length > 0).ToList();
        if (style is not null)
            elements.ForEach(element => element.SetAttributeValue("style", style));
        return elements.Count == 1 ? elements[0] : MathML.Element("mrow", elements);

        string Unescape(string text)
        {
            var plain = new System.Text.StringBuilder(text);
            foreach (var c in "%_#&{} ")
                plain.Replace($"\\{c}", c.ToString());
            var result = plain.Replace("--", "–").ToString();
            return result.Contains('\\', StringComparison.Ordinal)
                ? throw new TeXException($"{command} at column {command.Position + 1} holds a command; text takes none: '{text}'.")
                : result;
        }
    }

    private string OperatorName(TeXToken command)
    {
        var name = lexer.RawGroup(command).Replace("\\,", " ", StringComparison.Ordinal).Trim();
        return name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is ' ' or '-')
            ? name
            : throw new TeXException($"{command} at column {command.Position + 1} expects a name. Found '{name}'.");
    }

    private Atom Stacked(string element, TeXToken command)
    {
        var script = Argument(command);
        var nucleus = Argument(command);
        return new(nucleus.Name == "mo" ? AtomKind.Relation : AtomKind.Ordinary, MathML.Element(element, nucleus, script));
    }

    private XElement LabelledArrow(string arrow, TeXToken command) =>
        MathML.Element("mover", MathML.Operator(arrow, new XAttribute("stretchy", "true")),
            MathML.Element("mpadded", new XAttribute("lspace", "0.3em"), new XAttribute("width", "+0.6em"), Argument(command)));

    private Atom Negated(TeXToken command)
    {
        var negated = Argument(command);
        return negated is { Name.LocalName: "mo", HasElements: false }
            ? new(AtomKind.Relation, MathML.Operator((negated.Value + '\u0338').Normalize()))
            : throw new TeXException($"{command} at column {command.Position + 1} expects a relation such as '='.");
    }
}
