using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one behind the other.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> row = [];

    protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    public int Count => row.Count;

    public nn.IModule<Tensor, Tensor> this[int index] => row[index];

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        row.Add((nn.Module<Tensor, Tensor>)module);
        register_module(name, row[^1]);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(row.Count.ToString(CultureInfo.InvariantCulture), module);

    public override Tensor forward(Tensor input) => row.Aggregate(input, (x, module) => module.forward(x));
}
