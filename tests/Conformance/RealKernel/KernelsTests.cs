using System.Text;
using Notebooks.Documents;

namespace Conformance.RealKernel;

/// <summary>Both kernels answer.</summary>
public sealed class KernelsTests(Kernels kernels)
{
    [Theory]
    [InlineData(Kernels.Real)]
    [InlineData(Kernels.Ours)]
    public async Task A_kernel_executes_a_cell(string kernel)
    {
        const string Json =
            """{"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":"20 + 22"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var notebook = NotebookDocument.Parse(Encoding.UTF8.GetBytes(Json), Path.Combine(Path.GetTempPath(), "one.ipynb"));

        var run = await kernels.ExecuteAsync(kernel, notebook);

        Assert.Equal("ok", run.End);
        Assert.Contains("42", run.Document.Cells[0].Outputs.Last()!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(run.Messages[0], message => message!["type"]!.GetValue<string>() == "execute_result");
    }
}
