namespace Testing;

/// <summary>
/// The notebooks that take a minute, which <c>fast=true</c> makes shorter: tests that execute them are run where they are asked for.
/// </summary>
public static class LongNotebooks
{
    /// <summary>What a test says that leaves a notebook out.</summary>
    public const string LeftOut = "NOTEBOOKS_WHOLE=1 runs the long notebooks, and the others run without it; .ci/run does both";

    /// <summary>True where the variable <c>NOTEBOOKS_WHOLE</c> asks for them, and for no others.</summary>
    public static bool AreAsked { get; } = Environment.GetEnvironmentVariable("NOTEBOOKS_WHOLE") is { Length: > 0 };
}
