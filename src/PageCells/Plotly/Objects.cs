// Figures make plotly.js's objects by Plotly.NET's names. Here they are nothing but their properties: a file each would be one line.

namespace Plotly.NET
{
    internal class Trace(string type) : DynamicObj.DynamicObj
    {
        public string type { get; } = type;
    }

    internal sealed class Trace2D(string type) : Trace(type);

    internal sealed class Layout : DynamicObj.DynamicObj;

    internal sealed class Line : DynamicObj.DynamicObj;

    internal sealed class Font : DynamicObj.DynamicObj;

    internal sealed class Title : DynamicObj.DynamicObj;

    internal sealed class Config : DynamicObj.DynamicObj;

    internal sealed class DisplayOptions : DynamicObj.DynamicObj;
}

namespace Plotly.NET.LayoutObjects
{
    internal sealed class Margin : DynamicObj.DynamicObj;

    internal sealed class Annotation : DynamicObj.DynamicObj;

    internal sealed class LinearAxis : DynamicObj.DynamicObj;

    internal sealed class Legend : DynamicObj.DynamicObj;
}

namespace Plotly.NET.TraceObjects
{
    internal sealed class Marker : DynamicObj.DynamicObj;

    internal sealed class Error : DynamicObj.DynamicObj;
}

namespace Microsoft.FSharp.Collections
{
    internal static class ListModule
    {
        public static IReadOnlyList<T> OfSeq<T>(IEnumerable<T> items) => [.. items];
    }
}
