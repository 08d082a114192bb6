namespace PageTorch.Tests.Operations;

/// <summary>An operation in both libraries, which have the same names: written once, it is bound to either at run time.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Of">The operation.</param>
/// <param name="Shapes">The shapes of its operands.</param>
/// <param name="IsPositive">True if its operands are positive numbers.</param>
public sealed record Operation(string Name, Func<dynamic[], dynamic> Of, long[][] Shapes, bool IsPositive = false)
{
    public override string ToString() => Name;
}
