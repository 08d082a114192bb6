using System.Diagnostics;
using NeuralNets.Torch;

namespace Bounds;

/// <summary>What it costs a run to hold finalizers back.</summary>
public class FinalizersTests
{
    [Fact]
    public void Holding_them_takes_less_than_40_ms()
    {
        const int Times = 100;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
            Finalizers.Hold().Dispose();
        Bound.Hold("ms to hold finalizers back", Stopwatch.GetElapsedTime(started).TotalMilliseconds / Times, 40);
    }
}
