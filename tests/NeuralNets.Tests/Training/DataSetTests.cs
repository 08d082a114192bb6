using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class DataSetTests
{
    [Fact]
    public void A_sample_becomes_two_columns_in_single_precision()
    {
        var sample = Sample.Published();
        var data = DataSet.Of(sample);
        Assert.Equal([100, 1], data.X.shape);
        Assert.Equal([100, 1], data.Y.shape);
        Assert.Equal(100, data.Count);
        Assert.Equal(sample.X.Select(x => (float)x), data.X.data<float>().ToArray());
        Assert.Equal(sample.Y.Select(y => (float)y), data.Y.data<float>().ToArray());
        Assert.Same(sample.YTrue, data.YTrue);
    }

    [Fact]
    public void Several_features_keep_their_rows()
    {
        var data = DataSet.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, [10, 20]);
        Assert.Equal([2, 3], data.X.shape);
        Assert.Equal([2, 1], data.Y.shape);
        Assert.Equal(ScalarType.Float32, data.X.dtype);
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6f], data.X.data<float>().ToArray());
    }

    [Fact]
    public void Rows_are_taken_in_the_order_asked_for_with_their_curve()
    {
        var data = DataSet.Of([1.0, 2.0, 3.0], [10.0, 20.0, 30.0]) with { YTrue = [11.0, 21.0, 31.0] };
        var taken = data.Take([2, 0, 2]);
        Assert.Equal([3f, 1f, 3f], taken.X.data<float>().ToArray());
        Assert.Equal([30f, 10f, 30f], taken.Y.data<float>().ToArray());
        Assert.Equal([31.0, 11.0, 31.0], taken.YTrue!);
    }

    [Fact]
    public void Lengths_that_differ_and_empty_data_are_refused()
    {
        static void Refused(string message, Func<DataSet> make) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
        Refused("x has 2 samples and y has 1", () => DataSet.Of([1.0, 2.0], [1.0]));
        Refused("x has 1 samples and y has 2", () => DataSet.Of(new double[1, 3], [1.0, 2.0]));
        Refused("x and y are empty", () => DataSet.Of(Array.Empty<double>(), []));
    }

    [Fact]
    public void Moved_to_a_device_the_samples_stay_the_same()
    {
        var data = DataSet.Of(Sample.Published());
        Assert.Equal(data.Y.data<float>().ToArray(), data.To(CPU).Y.data<float>().ToArray());
    }
}
