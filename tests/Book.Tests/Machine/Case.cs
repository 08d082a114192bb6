using System.Globalization;
using NeuralNets.Page.Playground;
using NeuralNets.Scratch.Perceptrons;

namespace Book.Tests.Machine;

/// <summary>A run that is made natively and in a page.</summary>
internal sealed record Case(
    ProblemKind Kind, double Noise, int Count, int[] Hidden, Activation Activation, OptimizerKind Optimizer,
    double Rate, double Momentum = 0, double Decay = 0, int Batch = 0, int Seed = 42, int Steps = 300)
{
    /// <summary>One of each kind of thing: problems, activations, optimizers, depth, batches.</summary>
    public static IReadOnlyDictionary<string, Case> All { get; } = new Dictionary<string, Case>(StringComparer.Ordinal)
    {
        ["the chapter's parabola"] = new(ProblemKind.Parabola, 0.1, 100, [10], Activation.Relu, OptimizerKind.Sgd, 0.1, Steps: 1000),
        ["a line"] = new(ProblemKind.Parabola, 0.1, 100, [], Activation.Relu, OptimizerKind.Sgd, 0.1, Momentum: 0.9),
        ["a sine in batches"] = new(
            ProblemKind.Sine, 0.2, 70, [12], Activation.Tanh, OptimizerKind.Adam, 0.01, Batch: 16, Seed: 3),
        ["moons"] = new(ProblemKind.Moons, 0.1, 90, [6, 5], Activation.Sigmoid, OptimizerKind.RmsProp, 0.01, Decay: 0.001, Batch: 32),
        ["a spiral"] = new(ProblemKind.Spiral, 0.02, 120, [16, 16], Activation.Tanh, OptimizerKind.AdamW, 0.01, Decay: 0.01),
    };

    /// <summary>Natively, after all steps.</summary>
    public Run Run()
    {
        var run = Begin();
        for (var step = 0; step < Steps; step++)
            run.Step();
        return run;
    }

    /// <summary>Natively, before the first step.</summary>
    public Run Begin() => new(
        Problems.Draw(Kind, Noise, Count, Seed),
        new(Hidden, Activation, Loss.MeanSquaredError, Optimizer, Rate, Momentum, Decay, Batch, Seed));

    /// <summary>In a page: what makes it and takes all steps, as an expression that gives what <c>Train</c> gives.</summary>
    public string InPage() => string.Create(CultureInfo.InvariantCulture, $$"""
        (async () => {
          await m.call('Data', {{(int)Kind}}, {{Noise}}, {{Count}}, {{Seed}});
          await m.call('Create', [{{string.Join(',', Hidden)}}], {{(int)Activation}}, 0, {{(int)Optimizer}},
            {{Rate}}, {{Momentum}}, {{Decay}}, {{Batch}}, {{Seed}});
          return [...await m.call('Train', {{Steps}}, 0)];
        })()
        """);
}
