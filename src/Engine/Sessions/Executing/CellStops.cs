using System.Reflection;

namespace Notebooks.Sessions.Executing;

/// <summary>Reaches the token that Roslyn gives each compiled cell: its loops and methods watch it.</summary>
internal sealed class CellStops
{
    private readonly List<FieldInfo> tokens = [];

    /// <summary>Lets a token stop a cell.</summary>
    public void Add(Assembly cell, CancellationToken cancellationToken)
    {
        var token = cell.GetTypes().Where(type => type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal))
            .Select(type => type.GetField("ModuleCancellationToken", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .OfType<FieldInfo>().FirstOrDefault();
        if (token is null)
            return;
        token.SetValue(null, cancellationToken);
        tokens.Add(token);
    }

    /// <summary>Stops what runs of all cells, until the next one runs.</summary>
    public void Stop() => CancelBy(new CancellationToken(canceled: true));

    /// <summary>Lets a token stop all cells: one may call what another declared.</summary>
    public void CancelBy(CancellationToken cancellationToken)
    {
        foreach (var token in tokens)
            token.SetValue(null, cancellationToken);
    }
}
