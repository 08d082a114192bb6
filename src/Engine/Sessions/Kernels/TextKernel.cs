using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks.Sessions.Kernels;

/// <summary>Shows the lines of a cell that are in a language which the front end understands by itself.</summary>
internal sealed class TextKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    private readonly Func<string, FormattedValue> show;

    private TextKernel(string name, string language, Func<string, FormattedValue> show)
        : base(name)
    {
        this.show = show;
        KernelInfo.LanguageName = language;
        KernelInfo.Description = $"Show {language}";
    }

    /// <summary>Markdown, which the front end sets.</summary>
    public static TextKernel Markdown() => new("markdown", "Markdown", code => new FormattedValue("text/markdown", code));

    /// <summary>JavaScript, which runs in the page.</summary>
    public static TextKernel JavaScript() =>
        new("javascript", "JavaScript", code =>
            new FormattedValue(HtmlFormatter.MimeType, $"<script type=\"text/javascript\">{code}</script>"));

    /// <inheritdoc/>
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var shown = show(command.Code.Trim('\n'));
        context.DisplayAs(shown.Value, shown.MimeType);
        return Task.CompletedTask;
    }
}
