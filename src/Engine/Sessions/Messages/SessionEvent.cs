using System.Text.Json.Serialization;

namespace Notebooks.Sessions.Messages;

/// <summary>An output of a running cell.</summary>
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Value), "value")]
[JsonDerivedType(typeof(Display), "display")]
[JsonDerivedType(typeof(UpdateDisplay), "update")]
public abstract record SessionEvent
{
    private protected SessionEvent()
    {
    }

    /// <summary>Text written to standard output or standard error.</summary>
    /// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="Content">The text, line ends included.</param>
    public sealed record Text(string Name, string Content) : SessionEvent;

    /// <summary>The value of an expression at the cell's end, or at the end of one of its parts.</summary>
    /// <param name="Data">Its representations.</param>
    public sealed record Value(MimeBundle Data) : SessionEvent;

    /// <summary>A displayed value.</summary>
    /// <param name="Data">Its representations.</param>
    /// <param name="DisplayId">The identifier by which it can be updated.</param>
    public sealed record Display(MimeBundle Data, string DisplayId) : SessionEvent;

    /// <summary>New content for an earlier display, in place.</summary>
    /// <param name="Data">Its new representations.</param>
    /// <param name="DisplayId">The identifier of the display.</param>
    public sealed record UpdateDisplay(MimeBundle Data, string DisplayId) : SessionEvent;
}
