namespace Testing;

/// <summary>The browser in which tests look at pages.</summary>
public static class Chromium
{
    /// <summary>What to do where there is none.</summary>
    public const string HowToInstall = "No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.";

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path { get; } = Array.Find(
    [
        Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ],
    File.Exists);

    /// <summary>The switches with which it asks nothing of the network by itself.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
