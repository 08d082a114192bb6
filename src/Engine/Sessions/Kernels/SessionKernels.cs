using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary>The kernels of a session as .NET Interactive has them: a root, C# below it, and what else cells can be written in.</summary>
internal static class SessionKernels
{
    /// <summary>Creates them.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="compiler">Compiles the C#.</param>
    /// <param name="packages">Fetches packages for it.</param>
    public static (CompositeKernel Root, CSharpKernel CSharp) Create(string folder, ICellCompiler compiler, PackageDirectives packages)
    {
        var root = new CompositeKernel { DefaultKernelName = "csharp" };
        var csharp = new CSharpKernel(folder, compiler);
        root.Add(csharp, ["c#", "C#"]);
        csharp.UseWho().UseValueSharing();
        packages.AddTo(csharp);
        root.Add(new HtmlKernel());
        root.Add(TextKernel.Markdown(), ["md"]);
        root.Add(TextKernel.JavaScript(), ["js"]);
        root.Add(new KeyValueStoreKernel().UseWho());
        root.AddDirective(InformationDirectives.Time, InformationDirectives.TimeAsync);
        root.AddDirective(InformationDirectives.About, InformationDirectives.AboutAsync);
        root.AddDirective(InformationDirectives.ListMagic, InformationDirectives.ListMagicAsync);
        new ImportDirective(folder, root).Add();
        root.RegisterCommandHandler<RequestInput>(AskAsync);
        root.RegisterCommandHandler<RequestInputs>(AskAsync);
        // A value's member that calls itself without end: its stack has a hundred thousand lines, all the same.
        foreach (var mimeType in (string[])[HtmlFormatter.MimeType, PlainTextFormatter.MimeType])
            Formatter.Register<InsufficientExecutionStackException>((_, writer) => writer.Write("(calls itself without end)"), mimeType);
        return (root, csharp);
    }

    private static Task AskAsync(RequestInput request, KernelInvocationContext context)
    {
        if (TryAsk(request.Prompt, request.IsPassword, request, context, out var answer))
            context.Publish(new InputProduced(answer, request));
        return Task.CompletedTask;
    }

    private static Task AskAsync(RequestInputs request, KernelInvocationContext context)
    {
        Dictionary<string, string?> answers = [];
        foreach (var input in request.Inputs)
        {
            if (!TryAsk(input.Prompt, input.TypeHint == "password", request, context, out var answer))
                return Task.CompletedTask;
            answers[input.GetPropertyNameForJsonSerialization()] = answer;
        }

        context.Publish(new InputsProduced(answers, request));
        return Task.CompletedTask;
    }

    private static bool TryAsk(string prompt, bool isPassword, KernelCommand request, KernelInvocationContext context, out string? answer)
    {
        answer = null;
        try
        {
            answer = (Submission.Current?.Output ?? CellOutput.None).ReadLine(prompt, isPassword);
            return true;
        }
        catch (InvalidOperationException nobody)
        {
            context.Fail(request, nobody, nobody.Message);
            return false;
        }
    }
}
