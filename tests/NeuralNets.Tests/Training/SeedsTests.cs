using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class SeedsTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_seeds() => Assert.Equal([0, 1, 4, 9], Seeds.Run(4, seed => seed * seed));

    [Fact]
    public void Runs_side_by_side_give_what_runs_one_by_one_give()
    {
        Libtorch.Load();
        Assert.Equal([.. Enumerable.Range(0, 6).Select(FinalError)], Seeds.Run(6, FinalError));
        Assert.Equal(6, Seeds.Run(6, FinalError).Distinct().Count());
    }

    private static double FinalError(int seed)
    {
        using var scope = NewDisposeScope();
        var net = Seeds.Build(seed, () => Sequential(Linear(1, 5), ReLU(), Linear(5, 1)));
        var x = linspace(0, 1, 30).reshape(30, 1);
        var data = new DataSet(x, x.square());
        return Learning.Train(net, Descent.Adam(net, 0.01), (yHat, y) => functional.mse_loss(yHat, y), data, data, 20, batch: 7, seed).Error;
    }
}
