namespace NeuralNets.Charts;

/// <summary>Sets properties of Plotly.NET's objects one after the other.</summary>
/// <remarks>
/// Its own functions for this, such as <c>Trace2DStyle.Scatter</c>, are made for F#: in C# each wants all of its arguments,
/// up to a hundred. Values are of the types that they store, so that they and Plotly.NET's other functions find them again.
/// </remarks>
internal static class PlotlyProperties
{
    /// <summary>Sets a property by the name that plotly.js gives it, and returns the object.</summary>
    public static T With<T>(this T target, string name, object value)
        where T : DynamicObj.DynamicObj
    {
        target.Properties[name] = value; // SetProperty would look for a .NET property first, by reflection.
        return target;
    }
}
