namespace NeuralNets.Charts;

/// <summary>The neurons and connections of a network that are drawn, and their places: layers from left to right, a unit apart.</summary>
internal sealed class NetworkPlan
{
    /// <summary>Of a larger layer the first and the last few neurons are drawn, with dots between.</summary>
    private const int MostNeurons = 14;

    private readonly IReadOnlyList<double[,]>? weights;

    public NetworkPlan(IReadOnlyList<int> layers, IReadOnlyList<double[,]>? weights, IReadOnlyList<IReadOnlyList<string>>? names)
    {
        this.weights = weights;
        Layers = layers;
        Neurons = [.. layers.SelectMany((count, layer) => Shown(count).Select((index, place) => index < 0
            ? new Neuron(layer, -1, Height(place, Shown(count).Length), "⋮")
            : new Neuron(layer, index, Height(place, Shown(count).Length), Name(names, layer, index))))];
        Largest = weights?.SelectMany(w => w.Cast<double>()).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() ?? 0;
        Connections = [.. Neurons.SelectMany(from => Neurons.Where(to => to.Layer == from.Layer + 1 && from.Index >= 0 && to.Index >= 0)
            .Select(to => new Connection(from, to, Weight(from, to), WeightName(from, to))))];
    }

    public IReadOnlyList<int> Layers { get; }

    public IReadOnlyList<Neuron> Neurons { get; }

    public IReadOnlyList<Connection> Connections { get; }

    /// <summary>The largest weight by its amount; 0 where no weights are known.</summary>
    public double Largest { get; }

    /// <summary>The most neurons that stand above each other.</summary>
    public int Tallest => Layers.Max(count => Shown(count).Length);

    /// <summary>An index as it is written below a letter.</summary>
    public static string Subscript(int number) => string.Concat(SvgWriter.Number(number).Select(d => "₀₁₂₃₄₅₆₇₈₉"[d - '0']));

    private static int[] Shown(int count) => count <= MostNeurons
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, MostNeurons / 2), -1, .. Enumerable.Range(count - (MostNeurons / 2) + 1, (MostNeurons / 2) - 1)];

    private static double Height(int place, int count) => ((count - 1) / 2.0) - place;

    private string Name(IReadOnlyList<IReadOnlyList<string>>? names, int layer, int index) =>
        names is null ? DefaultName(layer, index) : names[layer][index];

    private string DefaultName(int layer, int index)
    {
        if (layer == 0)
            return Layers[0] == 1 ? "i" : "i" + Subscript(index + 1);
        if (layer == Layers.Count - 1)
            return Layers[^1] == 1 ? "o" : "o" + Subscript(index + 1);
        return "l" + Subscript(index + 1);
    }

    private double Weight(Neuron from, Neuron to) => weights is null ? double.NaN : weights[from.Layer][to.Index, from.Index];

    /// <summary>w₁₂ leads from the second neuron to the first; after the first layer the letter changes.</summary>
    private string WeightName(Neuron from, Neuron to)
    {
        var letter = "wvutsr"[Math.Min(from.Layer, 5)];
        return from.Layer > 0 && Layers[to.Layer] == 1
            ? letter + Subscript(from.Index + 1)
            : letter + Subscript(to.Index + 1) + Subscript(from.Index + 1);
    }

    /// <summary>A neuron; index −1 stands for those that are left out.</summary>
    internal sealed record Neuron(int Layer, int Index, double Y, string Name);

    internal sealed record Connection(Neuron From, Neuron To, double Weight, string Name);
}
