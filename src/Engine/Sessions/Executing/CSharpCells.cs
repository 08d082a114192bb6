using System.Reflection;
using Notebooks.Packages;
using Notebooks.Platform;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Errors;

namespace Notebooks.Sessions.Executing;

/// <summary>Runs C# cells, one after the other, and keeps what they declare.</summary>
internal sealed class CSharpCells
{
    private readonly ICellCompiler compiler;
    private readonly SessionLoadContext loadContext = new();
    private readonly CellStops stops = new();
    private readonly NamedLibraries libraries = new();
    private readonly CompilationErrors compilationErrors;
    private readonly RuntimeErrors runtimeErrors;

    // Roslyn's protocol: the first place is for a host object, which we have none of; each cell puts itself in the next.
    private object?[] states = new object?[1];
    private IReadOnlyList<string> packages = [];
    private int compiled;

    /// <summary>Starts without any variables.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="compiler">Compiles the cells.</param>
    /// <param name="sources">Remembers what is compiled, for messages.</param>
    public CSharpCells(string folder, ICellCompiler compiler, CellSources sources)
    {
        this.compiler = compiler;
        compilationErrors = new CompilationErrors(sources, folder);
        runtimeErrors = new RuntimeErrors(sources, loadContext, stops.Stop);
    }

    /// <summary>The variables, in the order in which their names came up; of several with one name the last.</summary>
    public IReadOnlyList<SessionVariable> Variables =>
    [
        .. states.OfType<object>()
            .SelectMany(state => state.GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(variable => !variable.Name.StartsWith('<'))
                .Select(variable => new SessionVariable(variable.Name, variable.FieldType, variable.GetValue(state))))
            .GroupBy(variable => variable.Name, (_, declared) => declared.Last()),
    ];

    /// <summary>Makes a package usable in the next cell.</summary>
    /// <returns>A line for each of its assemblies that cannot be used, as another version of it is loaded already.</returns>
    public IReadOnlyList<string> Add(RestoredPackage package)
    {
        List<string> assemblies = [.. package.Assemblies.Select(PlatformAssemblies.InPlaceOf).OfType<string>()];
        packages = [.. packages.Union(assemblies)];
        foreach (var folder in package.NativeFolders)
            loadContext.AddFolder(folder);
        foreach (var assembly in assemblies)
            loadContext.AddReference(assembly);
        return
        [
            .. from path in assemblies
               from loaded in loadContext.Assemblies
               let other = loaded.GetName()
               where other.Name == Path.GetFileNameWithoutExtension(path)
               let brought = AssemblyName.GetAssemblyName(path)
               where other.Version != brought.Version
               select $"{package.Name} {package.Version}: its {brought.Name} {brought.Version} cannot be used, as {other.Name} "
                   + $"{other.Version} is loaded already, from {loaded.Location}. Restart, and ask for the package first.",
        ];
    }

    /// <summary>Loads a library that belongs to a package.</summary>
    public Assembly Load(string path)
    {
        loadContext.AddFolder(Path.GetDirectoryName(path)!);
        return loadContext.LoadFromAssemblyPath(path);
    }

    /// <summary>Gives a variable another value.</summary>
    /// <param name="name">Its name; of several the last is meant.</param>
    /// <param name="value">The value.</param>
    public void Set(string name, object? value)
    {
        var state = states.OfType<object>().Last(state => Field(state, name) is not null);
        Field(state, name)!.SetValue(state, value);
    }

    /// <summary>Compiles a cell and runs it.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="warn">Receives what the compiler warns of, before the cell runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CellOutcome> RunAsync(
        CellSource source, Action<IReadOnlyList<CellDiagnostic>> warn, CancellationToken cancellationToken)
    {
        stops.CancelBy(cancellationToken);
        var cell = compiler.Compile(new CellToCompile(source.Path, source.Text, packages, compiled), cancellationToken);
        compiled++;
        source.Insertions = cell.Insertions;
        foreach (var path in cell.References)
        {
            loadContext.AddReference(path);
            if (!packages.Contains(path) && !PlatformAssemblies.IsShared(Path.GetFileNameWithoutExtension(path)))
                libraries.Add(path);
        }

        if (!cell.Succeeded)
            return new CellOutcome { Error = compilationErrors.Describe(cell.Diagnostics), Diagnostics = cell.Diagnostics };
        var run = cell.Code is null ? null : Load(cell.Code, cancellationToken);
        loadContext.PrepareReferences();
        if (cell.Diagnostics.Count > 0)
            warn(cell.Diagnostics);
        if (run is null)
            return new CellOutcome();
        try
        {
            return new CellOutcome { Value = await run(states), HasValue = cell.Code!.HasValue };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new CellOutcome { Error = runtimeErrors.Describe(exception), Exception = exception };
        }
    }

    /// <summary>A line for each library of which other code runs than the cells' author may think.</summary>
    public IReadOnlyList<string> TakeRemarks() => libraries.TakeRemarks();

    /// <summary>A diagnostic of the compiler, in one line.</summary>
    /// <param name="diagnostic">An error or a warning.</param>
    public string Describe(CellDiagnostic diagnostic) => compilationErrors.DescribeInOneLine(diagnostic);

    private static FieldInfo? Field(object state, string name) =>
        state.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private Func<object?[], Task<object?>> Load(CellCode code, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream(code.Image);
        using var symbols = new MemoryStream(code.Symbols);
        var assembly = loadContext.LoadCell(image, symbols);
        stops.Add(assembly, cancellationToken);
        Array.Resize(ref states, states.Length + 1);
        return assembly.GetType(code.TypeName)!
            .GetMethod(code.MethodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
    }
}
