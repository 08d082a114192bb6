namespace TrainingSteps;

/// <summary>What a step of one case costs on each side: medians of runs that took turns.</summary>
/// <param name="Of">The case.</param>
/// <param name="PyTorch">Microseconds in PyTorch; NaN where it is not there.</param>
/// <param name="TorchSharp">Microseconds in TorchSharp.</param>
/// <param name="Scratch">Microseconds in plain C#.</param>
/// <param name="TorchSharpBytes">Managed bytes that a TorchSharp step allocates.</param>
/// <param name="ScratchBytes">Managed bytes that a step in plain C# allocates.</param>
internal sealed record Timing(
    Case Of, double PyTorch, double TorchSharp, double Scratch, double TorchSharpBytes, double ScratchBytes)
{
    /// <summary>Times a case: each side once to warm up, then in turns.</summary>
    public static Timing Measure(Case of, PyTorch? pytorch, int repeats)
    {
        var rounds = Enumerable.Range(0, repeats + 1)
            .Select(_ => (
                PyTorch: pytorch?.Microseconds(of) ?? double.NaN,
                TorchSharp: TorchSharpSteps.Run(of),
                Scratch: ScratchSteps.Run(of)))
            .Skip(1).ToArray();
        return new(
            of,
            Median(rounds.Select(round => round.PyTorch)),
            Median(rounds.Select(round => round.TorchSharp.Microseconds)),
            Median(rounds.Select(round => round.Scratch.Microseconds)),
            Median(rounds.Select(round => round.TorchSharp.Bytes)),
            Median(rounds.Select(round => round.Scratch.Bytes)));
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted[sorted.Length / 2];
    }
}
