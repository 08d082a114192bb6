using Microsoft.CodeAnalysis;

namespace Notebooks.Programs;

/// <summary>Something that a cell declares: a variable, a method, a type, or a variable of an inner block.</summary>
/// <param name="symbol">What the compiler knows of it.</param>
/// <param name="declaration">Where it is declared.</param>
/// <param name="cell">The cell.</param>
internal sealed class ProgramMember(ISymbol symbol, SyntaxNode declaration, ScriptCell cell)
{
    /// <summary>What the compiler knows of it.</summary>
    public ISymbol Symbol { get; } = symbol;

    /// <summary>Where it is declared.</summary>
    public SyntaxNode Declaration { get; } = declaration;

    /// <summary>The cell that declares it.</summary>
    public ScriptCell Cell { get; } = cell;

    /// <summary>Its name in the program.</summary>
    public string Name { get; set; } = symbol.Name;

    /// <summary>True if it has another name than in the notebook.</summary>
    public bool IsRenamed => Name != Symbol.Name;

    /// <summary>True if it belongs to a class instead of standing where its cell has it: what uses it could not see it there.</summary>
    public bool IsShared { get; set; }

    /// <summary>True for a variable, of the cell or of a block in it.</summary>
    public bool IsVariable => Symbol is IFieldSymbol or ILocalSymbol or IRangeVariableSymbol;

    /// <summary>True for a variable of a block within a cell.</summary>
    public bool IsInner => Symbol is ILocalSymbol or IRangeVariableSymbol;

    /// <summary>True for a type, which stands at the program's end.</summary>
    public bool IsType => Symbol is INamedTypeSymbol;

    /// <summary>True for a method or property of a cell.</summary>
    public bool HasBody => Symbol is IMethodSymbol or IPropertySymbol or IEventSymbol && !IsType;
}
