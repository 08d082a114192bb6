using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Protocol.Messages;

namespace Notebooks.Jupyter.Requests;

/// <summary>Reply to <c>kernel_info_request</c>: language, version, banner.</summary>
internal static class KernelInfo
{
    /// <summary>The answer to <c>kernel_info_request</c>.</summary>
    public static JsonObject Reply()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        var reply = Content.Ok();
        reply["protocol_version"] = WireFormat.ProtocolVersion;
        reply["implementation"] = "neural-networks-csharp";
        reply["implementation_version"] = version;
        reply["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        };
        reply["banner"] = $"C# on {RuntimeInformation.FrameworkDescription}, after .NET Interactive";
        reply["debugger"] = false;
        reply["help_links"] = new JsonArray(
            new JsonObject { ["text"] = "C# language reference", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
            new JsonObject { ["text"] = ".NET API browser", ["url"] = "https://learn.microsoft.com/dotnet/api/" });
        return reply;
    }
}
