using Microsoft.CodeAnalysis.Classification;

namespace Notebooks.Book.Code;

/// <summary>The few colours of code in the book: what a reader scans for, and nothing more.</summary>
internal static class CodeColours
{
    /// <summary>The style sheet's class for a classification of Roslyn, or null for plain text.</summary>
    public static string? Of(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword or ClassificationTypeNames.ControlKeyword
            or ClassificationTypeNames.PreprocessorKeyword => "k",
        ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral
            or ClassificationTypeNames.StringEscapeCharacter => "s",
        ClassificationTypeNames.NumericLiteral => "n",
        ClassificationTypeNames.Comment or ClassificationTypeNames.ExcludedCode => "c",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.RecordClassName or ClassificationTypeNames.StructName
            or ClassificationTypeNames.RecordStructName or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.EnumName
            or ClassificationTypeNames.DelegateName or ClassificationTypeNames.TypeParameterName => "t",
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => "m",
        _ when classification.StartsWith("xml doc comment", StringComparison.Ordinal) => "c",
        _ => null,
    };
}
