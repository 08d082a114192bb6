using System.Globalization;

namespace NeuralNets.Networks;

/// <summary>
/// A small arithmetic expression of digits, +, − and ×, as a tree. Its value is counted as on a clock with ten hours: only
/// the last digit is kept, so that every value is one of ten classes however deep the tree.
/// </summary>
/// <param name="Value">The last digit of the result, 0 to 9.</param>
/// <param name="Depth">Operations on the longest way down; 0 for a digit.</param>
public abstract record Expression(int Value, int Depth)
{
    /// <summary>The operations, as they are written.</summary>
    public const string Operators = "+-*";

    /// <summary>All signs that an expression is written with: what a sequence model reads.</summary>
    public const string Signs = "0123456789+-*()";

    /// <summary>A leaf.</summary>
    /// <param name="Value">The digit.</param>
    public sealed record Digit(int Value) : Expression(Value, 0)
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An inner node.</summary>
    /// <param name="Operator">One of <see cref="Operators"/>.</param>
    /// <param name="Left">What stands before the operator.</param>
    /// <param name="Right">What stands behind it.</param>
    public sealed record Operation(char Operator, Expression Left, Expression Right)
        : Expression(Compute(Operator, Left, Right), 1 + Math.Max(Left.Depth, Right.Depth))
    {
        /// <inheritdoc/>
        public override string ToString() => $"({Left}{Operator}{Right})";
    }

    /// <summary>Draws an expression.</summary>
    /// <param name="depth">Its depth, exactly.</param>
    /// <param name="random">Where the draws come from.</param>
    public static Expression Draw(int depth, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        if (depth == 0)
            return new Digit(random.Next(10));
        var deep = Draw(depth - 1, random);
        var other = Draw(random.Next(depth), random);
        var sign = Operators[random.Next(Operators.Length)];
        return random.Next(2) == 0 ? new Operation(sign, deep, other) : new Operation(sign, other, deep);
    }

    private static int Compute(char sign, Expression left, Expression right) => sign switch
    {
        '+' => (left.Value + right.Value) % 10,
        '-' => (left.Value - right.Value + 10) % 10,
        '*' => left.Value * right.Value % 10,
        _ => throw new ArgumentException($"Found the operator '{sign}', expected one of {Operators}.", nameof(sign)),
    };
}
