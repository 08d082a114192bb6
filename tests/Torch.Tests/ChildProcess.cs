using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NeuralNets.Torch;
using TorchSharp;

namespace NeuralNets.Tests.Torch;

/// <summary>Runs a few lines in a process of their own: libtorch is loaded once per process, so each way of loading needs one.</summary>
internal static class ChildProcess
{
    private const string Variable = "NEURALNETS_TESTS_CHILD";

    /// <summary>The program before which this library is not touched: it loads another copy of it.</summary>
    private const string TorchSharpFirst = "TorchSharp first";

    private static readonly Dictionary<string, Action> Programs = new()
    {
        ["torch"] = () => Console.WriteLine(torch.arange(6).sum().item<long>()),
        ["twice"] = () =>
        {
            for (var i = 0; i < 2; i++)
                Try(() => Console.WriteLine(torch.arange(6).sum().item<long>()));
        },
        ["load"] = () => Try(Libtorch.Load),
        ["no torch"] = () => Console.WriteLine(typeof(Libtorch).Name),
        ["print"] = () =>
        {
            using var large = torch.rand(50, 50).requires_grad_();
            large.Repr();
            var before = torch.Tensor.TotalCount;
            for (var i = 0; i < 20; i++)
                large.Repr();
            Console.WriteLine(torch.Tensor.TotalCount - before);
        },
        [TorchSharpFirst] = () =>
        {
            var context = new AssemblyLoadContext("cells");
            context.Resolving += (_, name) => context.LoadFromAssemblyPath(Path.Combine(WorkingCopy.LibraryOutput, $"{name.Name}.dll"));
            var torchSharp = context.LoadFromAssemblyPath(Path.Combine(WorkingCopy.LibraryOutput, "TorchSharp.dll"));
            var generator = torchSharp.GetType("TorchSharp.torch")!.GetMethod("manual_seed")!.Invoke(null, [42L])!;
            Console.WriteLine(generator.GetType().GetProperty("initial_seed")?.GetValue(generator) ?? generator.GetType()
                .GetMethod("initial_seed")!.Invoke(generator, null));
        },
        ["threads"] = () => Console.WriteLine(torch.get_num_threads()),
    };

    /// <summary>What a child left.</summary>
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Starts this test program again, to run one of the programs above instead of its tests.</summary>
    public static Task<Result> RunAsync(string program, params (string Name, string Value)[] environment) =>
        RunCopyAsync(AppContext.BaseDirectory, program, environment);

    /// <summary>The same with a copy of this test program, in another folder.</summary>
    public static async Task<Result> RunCopyAsync(string folder, string program, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, Path.GetFileName(typeof(ChildProcess).Assembly.Location))])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Variable] = program },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, output.Trim(), (await error).Trim());
    }

    [ModuleInitializer]
    internal static void RunInsteadOfTests()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not TorchSharpFirst)
            Listen();
        if (Environment.GetEnvironmentVariable(Variable) is not { } program)
            return;
        Programs[program]();
        Environment.Exit(0);
    }

    /// <summary>The library listens from here on: a test may use TorchSharp before anything of the library.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Listen() => RuntimeHelpers.RunModuleConstructor(typeof(Libtorch).Module.ModuleHandle);

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error)
        {
            // TorchSharp's first call is made by a type initializer, which wraps what it throws.
            if (error is TypeInitializationException { InnerException: { } inner })
                error = inner;
            Console.WriteLine($"{error.GetType().Name}: {error.Message}");
        }
    }
}
