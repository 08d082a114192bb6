using System.Runtime.InteropServices;

namespace Notebooks.CommandLine;

/// <summary>
/// The signals by which a person or the system ends the program: the first one lets it write what it has, a second one ends it
/// at once.
/// </summary>
internal sealed class EndSignals : IDisposable
{
    private static readonly List<PosixSignal> Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations;
    private int received;

    /// <summary>Begins to listen.</summary>
    public EndSignals() =>
        registrations = Signals.ConvertAll(signal => PosixSignalRegistration.Create(signal, Take));

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit status after it: 128 and the signal's number, as shells have it.</summary>
    public int ExitStatus => CommandLine.ExitStatus.Signalled + received;

    /// <inheritdoc/>
    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private static int Number(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGTERM => 15,
        _ => 2,
    };

    private void Take(PosixSignalContext context)
    {
        if (Interlocked.CompareExchange(ref received, Number(context.Signal), 0) != 0)
            return;
        context.Cancel = true;
        source.Cancel();
    }
}
