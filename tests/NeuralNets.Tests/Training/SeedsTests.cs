using NeuralNets.Data;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class SeedsTests
{
    public SeedsTests() => Libtorch.Load();

    [Fact]
    public void Results_come_in_the_order_of_the_seeds() => Assert.Equal([0, 1, 4, 9], Seeds.Run(4, seed => seed * seed));

    [Fact]
    public void Runs_side_by_side_give_what_runs_one_by_one_give()
    {
        Assert.Equal([.. Enumerable.Range(0, 6).Select(FinalError)], Seeds.Run(6, FinalError));
        Assert.Equal(6, Seeds.Run(6, FinalError).Distinct().Count());
    }

    /// <summary>Layers whose parameters are held in .NET, and such as hold theirs in libtorch.</summary>
    public static Dictionary<string, Func<Module>> Layers { get; } = new()
    {
        ["Linear"] = () => Linear(2, 3),
        ["Embedding"] = () => Embedding(27, 4),
        ["LayerNorm"] = () => LayerNorm(4),
        ["Conv2d"] = () => Conv2d(1, 2, 3),
        ["BatchNorm1d"] = () => BatchNorm1d(4),
        ["GRU"] = () => GRU(2, 3),
        ["LSTM"] = () => LSTM(2, 3),
        ["MultiheadAttention"] = () => MultiheadAttention(4, 2),
        ["TransformerEncoderLayer"] = () => TransformerEncoderLayer(4, 2, 8),
    };

    public static TheoryData<string> LayerNames => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void A_network_that_a_run_hands_back_has_all_its_parameters(string layer)
    {
        using var own = Seeds.Build(7, Layers[layer]);
        using var kept = Seeds.Run(1, _ => Seeds.Build(7, Layers[layer]))[0];
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(Numbers(own), Numbers(kept));

        static string[] Numbers(Module net) =>
        [
            .. net.named_parameters().Select(one => (one.name, (Tensor)one.parameter)).Concat(net.named_buffers())
                .Select(one => $"{one.Item1}: {one.Item2.Repr()}"),
        ];
    }

    [Fact]
    public void Each_run_computes_on_one_thread_and_then_torch_has_its_threads_back() => WithThreads(3, () =>
    {
        Assert.All(Seeds.Run(4, _ => get_num_threads()), threads => Assert.Equal(1, threads));
        Assert.Equal(3, get_num_threads());
        Assert.Equal(3, OnNewThread(get_num_threads));
    });

    [Fact]
    public void After_a_run_that_fails_torch_has_its_threads_back() => WithThreads(3, () =>
    {
        Assert.Throws<AggregateException>(() => Seeds.Run<int>(4, _ => throw new InvalidOperationException("as the test wants")));
        Assert.Equal(3, get_num_threads());
        Assert.Equal(3, OnNewThread(get_num_threads));
    });

    [Fact]
    public void Runs_within_a_run_leave_it_on_one_thread() => WithThreads(3, () =>
    {
        var after = Seeds.Run(4, _ => (Inner: Seeds.Run(2, _ => get_num_threads()), Outer: get_num_threads()));
        Assert.All(after, run => Assert.Equal(1, run.Outer));
        Assert.All(after.SelectMany(run => run.Inner), threads => Assert.Equal(1, threads));
        Assert.Equal(3, get_num_threads());
    });

    [Fact]
    public void What_a_thread_of_the_pool_had_before_is_not_what_torch_goes_back_to() => WithThreads(3, () =>
    {
        for (var run = 0; run < 20; run++)
        {
            Parallel.For(0, 8, _ => OnThePool(() => set_num_threads(1)));
            set_num_threads(3);
            Seeds.Run(4, _ => get_num_threads());
            Assert.Equal(3, get_num_threads());
            Assert.Equal(3, OnNewThread(get_num_threads));
        }

        static void OnThePool(Action act)
        {
            if (Thread.CurrentThread.IsThreadPoolThread)
                act();
            Thread.Sleep(1);
        }
    });

    [Fact]
    public void Two_runs_at_a_time_both_leave_torch_its_threads() => WithThreads(3, () =>
    {
        var two = Enumerable.Range(0, 2).Select(_ => new Thread(() => Seeds.Run(20, FinalError))).ToArray();
        Array.ForEach(two, thread => thread.Start());
        Array.ForEach(two, thread => thread.Join());
        Assert.Equal(3, get_num_threads());
        Assert.Equal(3, OnNewThread(get_num_threads));
    });

    private static void WithThreads(int count, Action test)
    {
        var before = get_num_threads();
        set_num_threads(count);
        try
        {
            test();
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static T OnNewThread<T>(Func<T> compute)
    {
        T result = default!;
        var thread = new Thread(() => result = compute());
        thread.Start();
        thread.Join();
        return result;
    }

    private static double FinalError(int seed)
    {
        using var scope = NewDisposeScope();
        var net = Seeds.Build(seed, () => Sequential(Linear(1, 5), ReLU(), Linear(5, 1)));
        var x = linspace(0, 1, 30).reshape(30, 1);
        var data = new DataSet(x, x.square());
        using var order = new Generator((ulong)seed);
        var batches = new MiniBatches(data, 7, generator: order);
        return Train.Run(net, data, MSELoss(), Descent.Adam(net, 0.01), 20, batches, heldOut: data).HeldOut[^1];
    }
}
