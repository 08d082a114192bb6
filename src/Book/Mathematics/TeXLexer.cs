using System.Text;

namespace Notebooks.Book.Mathematics;

/// <summary>Cuts a formula into tokens; blanks and comments separate and are otherwise dropped, as in TeX's mathematics mode.</summary>
internal sealed class TeXLexer(string formula)
{
    private int position;

    /// <summary>The next token, which is now consumed; after the last one always <see cref="TeXTokenKind.End"/>.</summary>
    public TeXToken Next()
    {
        SkipBlanksAndComments();
        var start = position;
        if (position == formula.Length)
            return new(TeXTokenKind.End, "", start);

        var c = formula[position++];
        return c switch
        {
            '{' => new(TeXTokenKind.Open, "{", start),
            '}' => new(TeXTokenKind.Close, "}", start),
            '^' => new(TeXTokenKind.Superscript, "^", start),
            '_' => new(TeXTokenKind.Subscript, "_", start),
            '&' => new(TeXTokenKind.NextColumn, "&", start),
            '\'' => new(TeXTokenKind.Prime, Take(start, static c => c == '\''), start),
            '\\' => Command(start),
            _ when char.IsAsciiDigit(c) => new(TeXTokenKind.Number, Number(start), start),
            _ => new(TeXTokenKind.Character, Character(start), start),
        };
    }

    /// <summary>The raw text of the group <c>{…}</c> that comes next, for commands whose argument is no mathematics.</summary>
    public string RawGroup(TeXToken command)
    {
        SkipBlanksAndComments();
        if (position == formula.Length || formula[position] != '{')
            throw new TeXException($"{command} at column {command.Position + 1} expects text in braces.");

        var start = ++position;
        for (var depth = 1; position < formula.Length; position++)
        {
            if (formula[position] == '\\')
                position++;
            else if (formula[position] == '{')
                depth++;
            else if (formula[position] == '}' && --depth == 0)
                return formula[start..position++];
        }

        throw new TeXException($"The brace opened by {command} at column {command.Position + 1} is never closed.");
    }

    private TeXToken Command(int start)
    {
        if (position == formula.Length)
            throw new TeXException("A backslash at the end of the formula is followed by no command.");
        if (!char.IsAsciiLetter(formula[position]))
        {
            var sign = formula[position++].ToString();
            return sign == "\\" ? new(TeXTokenKind.NextRow, "\\\\", start) : new(TeXTokenKind.Command, sign, start);
        }

        var name = Take(start + 1, char.IsAsciiLetter);
        if (position < formula.Length && formula[position] == '*' && name == "operatorname")
        {
            position++;
            name += "*";
        }

        return new(TeXTokenKind.Command, name, start);
    }

    private string Number(int start)
    {
        Take(start, char.IsAsciiDigit);
        if (position + 1 < formula.Length && formula[position] == '.' && char.IsAsciiDigit(formula[position + 1]))
        {
            position++;
            Take(start, char.IsAsciiDigit);
        }

        return formula[start..position];
    }

    private string Character(int start)
    {
        position = start + (Rune.TryGetRuneAt(formula, start, out var rune) ? rune.Utf16SequenceLength : 1);
        return formula[start..position];
    }

    private string Take(int start, Func<char, bool> belongs)
    {
        while (position < formula.Length && belongs(formula[position]))
            position++;
        return formula[start..position];
    }

    private void SkipBlanksAndComments()
    {
        while (position < formula.Length && (char.IsWhiteSpace(formula[position]) || formula[position] == '%'))
        {
            if (formula[position] == '%')
                Take(position, static c => c != '\n');
            else
                position++;
        }
    }
}
