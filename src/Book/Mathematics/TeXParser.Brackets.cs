using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <content>Brackets that grow: <c>\left … \right</c>, <c>\big</c> and its relatives.</content>
internal sealed partial class TeXParser
{
    private static string? BracketSize(string name) => name.TrimEnd('l', 'r', 'm') switch
    {
        _ when name.Length > 5 => null,
        "big" => "1.2em",
        "Big" => "1.8em",
        "bigg" => "2.4em",
        "Bigg" => "3em",
        _ => null,
    };

    private Atom SizedBracket(TeXToken command, string size)
    {
        var bracket = Bracket(command);
        var kind = command.Text[^1] switch
        {
            'l' => AtomKind.Opening,
            'r' => AtomKind.Closing,
            'm' => AtomKind.Relation,
            _ => TeXSymbols.Character(bracket).Kind,
        };
        var form = kind switch { AtomKind.Opening => "prefix", AtomKind.Closing => "postfix", _ => "infix" };
        return new(kind, MathML.Operator(
            bracket,
            new XAttribute("form", form),
            new XAttribute("stretchy", "true"),
            new XAttribute("symmetric", "true"),
            new XAttribute("minsize", size),
            new XAttribute("maxsize", size)));
    }

    private XElement Fenced(TeXToken left)
    {
        var row = MathML.Element("mrow", MathML.Fence(Bracket(left), "prefix"), Row());
        while (Peek() is { Kind: TeXTokenKind.Command, Text: "middle" } middle)
        {
            Take();
            row.Add(MathML.Operator(Bracket(middle), new XAttribute("stretchy", "true"), new XAttribute("lspace", "0.15em"),
                new XAttribute("rspace", "0.15em")), Row());
        }

        if (Peek() is not { Kind: TeXTokenKind.Command, Text: "right" } right)
            throw new TeXException(
                $"{left} at column {left.Position + 1} is not closed by '\\right' before {Peek()} at column {Peek().Position + 1}.");
        Take();
        row.Add(MathML.Fence(Bracket(right), "postfix"));
        return row;
    }

    /// <summary>The bracket after a command that sizes it; a full stop stands for none.</summary>
    private string Bracket(TeXToken command)
    {
        var token = Take();
        return token switch
        {
            { Kind: TeXTokenKind.Character, Text: "." } => "",
            { Kind: TeXTokenKind.Character, Text: "(" or ")" or "[" or "]" or "|" or "/" } => token.Text,
            { Kind: TeXTokenKind.Character, Text: "<" } => "⟨",
            { Kind: TeXTokenKind.Character, Text: ">" } => "⟩",
            { Kind: TeXTokenKind.Command } when TeXSymbols.TryFind(token.Text, out var sign)
                && (sign.Kind is AtomKind.Opening or AtomKind.Closing || sign.Text is "|" or "‖" or "↑" or "↓" or "\\") => sign.Text,
            _ => throw new TeXException($"{command} at column {command.Position + 1} expects a bracket. Found {token}."),
        };
    }
}
