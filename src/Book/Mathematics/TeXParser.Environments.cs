using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <content>Tables: matrices, cases, aligned equations.</content>
internal sealed partial class TeXParser
{
    private XElement Environment(TeXToken begin)
    {
        var name = lexer.RawGroup(begin);
        var (open, close) = name switch
        {
            "pmatrix" => ("(", ")"),
            "bmatrix" => ("[", "]"),
            "Bmatrix" => ("{", "}"),
            "vmatrix" => ("|", "|"),
            "Vmatrix" => ("‖", "‖"),
            "cases" => ("{", ""),
            _ => ("", ""),
        };
        Func<int, string> style = name switch
        {
            "matrix" or "pmatrix" or "bmatrix" or "Bmatrix" or "vmatrix" or "Vmatrix" or "smallmatrix" => static _ => "",
            "gathered" => static _ => "padding:.6ex 0",
            "cases" => static column => column == 0 ? "text-align:left;padding-left:.1em" : "text-align:left;padding-left:1em",
            "aligned" or "align" or "align*" or "split" => static column =>
                column % 2 == 0 ? $"text-align:right;padding:.6ex 0 .6ex {(column == 0 ? "0" : "2em")}" : "text-align:left;padding:.6ex 0",
            "array" => ArrayColumns(begin),
            _ => throw new TeXException($"The book cannot set the environment '\\begin{{{name}}}' at column {begin.Position + 1}."),
        };

        var table = Table(style);
        if (name is "aligned" or "align" or "align*" or "split" or "gathered")
            table.SetAttributeValue("displaystyle", "true");
        var end = Expect(TeXTokenKind.Command, "end", begin);
        var closed = lexer.RawGroup(end);
        if (closed != name)
            throw new TeXException($"Found '\\end{{{closed}}}' at column {end.Position + 1}. Expected '\\end{{{name}}}'.");
        return open.Length + close.Length == 0
            ? table
            : MathML.Element("mrow", MathML.Fence(open, "prefix"), table, close.Length == 0 ? null : MathML.Fence(close, "postfix"));
    }

    private XElement Table(Func<int, string> styleOfColumn)
    {
        var table = MathML.Element("mtable");
        do
        {
            var row = MathML.Element("mtr");
            do
            {
                var style = styleOfColumn(row.Elements().Count());
                row.Add(MathML.Element("mtd", style.Length == 0 ? null : new XAttribute("style", style), Row()));
            }
            while (TryTake(TeXTokenKind.NextColumn, "&"));

            // A table may end with \\, which begins no further row.
            if (row.Elements().Count() > 1 || row.Value.Length > 0)
                table.Add(row);
        }
        while (TryTakeNextRow());
        return table;
    }

    private bool TryTakeNextRow()
    {
        if (!TryTake(TeXTokenKind.NextRow, "\\\\"))
            return false;
        // \\[4pt] asks for extra space, which the book leaves to its style sheet.
        if (TryTake(TeXTokenKind.Character, "["))
        {
            while (!TryTake(TeXTokenKind.Character, "]"))
            {
                if (EndsRow(Take()))
                    throw new TeXException("The space after '\\\\[' is not closed by ']'.");
            }
        }

        return true;
    }

    private Func<int, string> ArrayColumns(TeXToken begin)
    {
        var styles = new List<string>();
        var rule = "";
        foreach (var c in lexer.RawGroup(begin).Where(static c => c != ' '))
        {
            if (c == '|')
            {
                rule = ";border-left:1px solid";
                continue;
            }

            var align = c switch { 'l' => "left", 'c' => "center", 'r' => "right", _ => null }
                ?? throw new TeXException(
                    $"The columns of '\\begin{{array}}' at column {begin.Position + 1} are l, c, r or |. Found '{c}'.");
            styles.Add($"text-align:{align}{rule}");
            rule = "";
        }

        return column => column < styles.Count ? styles[column] : "";
    }

    private XElement Substack(TeXToken command)
    {
        Expect(TeXTokenKind.Open, "{", command);
        var table = Table(static _ => "padding:0");
        Expect(TeXTokenKind.Close, "}", command);
        return table;
    }
}
