using System.Diagnostics;
using System.Globalization;

namespace Notebooks.Jupyter;

/// <summary>The process that started the kernel, as Jupyter tells it.</summary>
internal static class ParentProcess
{
    /// <summary>Completes when it is gone; never when it is not known.</summary>
    public static async Task EndedAsync()
    {
        var told = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (!int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 1)
            await Task.Delay(Timeout.Infinite);
        try
        {
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // Gone before we looked.
        }
    }
}
