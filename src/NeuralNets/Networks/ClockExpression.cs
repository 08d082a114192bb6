using System.Globalization;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A small arithmetic expression of the numbers 0 to 4, +, − and ×, as a tree. It is computed on a clock with five hours
/// (modulo 5), so that every value is one of five classes however deep the tree.
/// </summary>
/// <param name="Value">The result, 0 to 4.</param>
/// <param name="Depth">Operations on the longest way down; 0 for a number.</param>
public abstract record ClockExpression(int Value, int Depth)
{
    /// <summary>Number of values: the hours of the clock.</summary>
    public const int Values = 5;

    /// <summary>The operations as they are written.</summary>
    public const string Operators = "+-*";

    /// <summary>All signs that an expression is written with: what a sequence model reads.</summary>
    public const string Signs = "01234+-*()";

    /// <summary>A leaf.</summary>
    /// <param name="Value">The number, 0 to 4.</param>
    public sealed record Number(int Value) : ClockExpression(Value, 0)
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An inner node.</summary>
    /// <param name="Operator">One of <see cref="Operators"/>.</param>
    /// <param name="Left">What stands before the operator.</param>
    /// <param name="Right">What stands behind it.</param>
    public sealed record Operation(char Operator, ClockExpression Left, ClockExpression Right)
        : ClockExpression(Compute(Operator, Left, Right), 1 + Math.Max(Left.Depth, Right.Depth))
    {
        /// <inheritdoc/>
        public override string ToString() => $"({Left}{Operator}{Right})";
    }

    /// <summary>Draws an expression.</summary>
    /// <param name="depth">Its depth, exactly.</param>
    /// <param name="random">Where the draws come from.</param>
    public static ClockExpression Draw(int depth, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        if (depth == 0)
            return new Number(random.Next(Values));
        var deep = Draw(depth - 1, random);
        var other = Draw(random.Next(depth), random);
        var sign = Operators[random.Next(Operators.Length)];
        return random.Next(2) == 0 ? new Operation(sign, deep, other) : new Operation(sign, other, deep);
    }

    /// <summary>The expressions as a sequence model reads them: sign by sign, blanks in front of the shorter ones.</summary>
    /// <param name="expressions">The expressions, n of them.</param>
    /// <returns>Shape (n, signs of the longest, 10): a one for the sign that stands there, zeros for a blank.</returns>
    public static Tensor Encode(IEnumerable<ClockExpression> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        string[] texts = [.. expressions.Select(expression => expression.ToString()!)];
        var ones = new double[texts.Length, texts.Max(text => text.Length), Signs.Length];
        foreach (var (row, text) in texts.Index())
        {
            foreach (var (k, sign) in text.Index())
                ones[row, ones.GetLength(1) - text.Length + k, Signs.IndexOf(sign, StringComparison.Ordinal)] = 1;
        }

        return tensor(ones, get_default_dtype());
    }

    private static int Compute(char sign, ClockExpression left, ClockExpression right) => sign switch
    {
        '+' => (left.Value + right.Value) % Values,
        '-' => (left.Value - right.Value + Values) % Values,
        '*' => left.Value * right.Value % Values,
        _ => throw new ArgumentException($"Found the operator '{sign}', expected one of {Operators}.", nameof(sign)),
    };
}
