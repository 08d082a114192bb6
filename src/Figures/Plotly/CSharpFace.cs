using System.Runtime.CompilerServices;

// A cell sees the assemblies that this one refers to: so it can use Plotly.NET's own charts in C# without a further #r.
[assembly: TypeForwardedTo(typeof(Plotly.NET.CSharp.Chart))]
