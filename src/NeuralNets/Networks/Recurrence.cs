namespace NeuralNets.Networks;

/// <summary>Kind of a recurrent layer: its treatment of its memory at each step.</summary>
public enum Recurrence
{
    /// <summary>h = tanh(W x + U h + b): all of the memory is rewritten at each step (Elman, 1990).</summary>
    Simple,

    /// <summary>Long short-term memory: a cell that gates keep, clear and read (Hochreiter &amp; Schmidhuber, 1997).</summary>
    Lstm,

    /// <summary>Gated recurrent unit: one gate between the old memory and the new (Cho et al., 2014).</summary>
    Gru,
}
