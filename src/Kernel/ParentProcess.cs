using System.Diagnostics;
using System.Globalization;

namespace Notebooks.Jupyter;

/// <summary>The process that started the kernel, as Jupyter tells it.</summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    /// <summary>Completes when it is gone; never when it is not known.</summary>
    public static async Task EndedAsync()
    {
        var told = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (!int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 1)
            await Task.Delay(Timeout.Infinite);
        while (IsAlive(id))
            await Task.Delay(Turn);
    }

    // One that has ended but that nobody has waited for still has an entry: a zombie.
    private static bool IsAlive(int id)
    {
        try
        {
            using var parent = Process.GetProcessById(id);
            return !parent.HasExited
                && !(OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is there, and not ours to look into.
            return true;
        }
    }
}
