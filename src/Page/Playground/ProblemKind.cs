namespace NeuralNets.Page.Playground;

/// <summary>The ready-made problems.</summary>
internal enum ProblemKind
{
    /// <summary>The chapter's sample: 1 + 2x − 3x². 100 points, noise 0.1 and seed 42 give the published one.</summary>
    Parabola,

    /// <summary>A whole wave, sin 2πx, at the same x.</summary>
    Sine,

    /// <summary>Two classes: half circles that reach into each other.</summary>
    Moons,

    /// <summary>Two classes: the arms of a spiral.</summary>
    Spiral,
}
