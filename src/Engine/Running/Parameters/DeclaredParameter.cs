using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Running.Parameters;

/// <summary>A variable that the cell tagged <c>parameters</c> declares with a value of a simple type.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its type, written as C# does, such as <c>double</c>.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Value">Where in the cell's source its value stands.</param>
internal sealed record DeclaredParameter(string Name, string Type, NotebookCell Cell, TextSpan Value)
{
    /// <summary>The parameters of a notebook, in their order.</summary>
    public static IEnumerable<DeclaredParameter> In(NotebookDocument notebook) =>
        from cell in notebook.Cells
        where cell.IsCode && cell.Tags.Contains("parameters")
        from field in CSharpSyntaxTree.ParseText(cell.Source, CellLanguage.ParseOptions).GetCompilationUnitRoot().Members
            .OfType<FieldDeclarationSyntax>()
        from variable in field.Declaration.Variables
        where variable.Initializer is not null
        let type = TypeOf(field.Declaration.Type, variable.Initializer!.Value)
        where type is not null && ParameterValue.Knows(type)
        select new DeclaredParameter(variable.Identifier.ValueText, type, cell, variable.Initializer!.Value.Span);

    private static string? TypeOf(TypeSyntax declared, ExpressionSyntax value) => declared switch
    {
        { IsVar: true } => TypeOf(value),
        NullableTypeSyntax nullable => nullable.ElementType.ToString(),
        _ => declared.ToString(),
    };

    private static string? TypeOf(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => TypeOf(inner.Expression),
        PrefixUnaryExpressionSyntax signed => TypeOf(signed.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            bool => "bool",
            int => "int",
            uint => "uint",
            long => "long",
            ulong => "ulong",
            float => "float",
            double => "double",
            decimal => "decimal",
            char => "char",
            string => "string",
            _ => null,
        },
        _ => null,
    };
}
