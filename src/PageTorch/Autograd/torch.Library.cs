namespace TorchSharp;

public static partial class torch
{
    /// <summary>The libtorch whose results these are.</summary>
    public static string __version__ => "2.10.0.0";

    public static int get_num_threads() => 1;

    /// <summary>There is one thread, whatever is asked for.</summary>
    public static void set_num_threads(int num) => _ = num;
}
