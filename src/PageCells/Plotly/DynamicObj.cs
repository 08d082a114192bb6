// As in the library itself: without a word on what may be null.
#nullable disable

namespace DynamicObj;

/// <summary>Properties by name: Plotly.NET's objects as far as a figure uses them, without their library.</summary>
public class DynamicObj
{
    internal Dictionary<string, object> Properties { get; } = [];
}
