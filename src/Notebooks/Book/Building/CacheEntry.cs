using Notebooks.Book.Pages;

namespace Notebooks.Book.Building;

/// <summary>What an earlier build left for one source.</summary>
/// <param name="ExecutionKey">The fingerprint of all that went into the notebook's execution; empty when it failed.</param>
/// <param name="ExecutedKey">The fingerprint of the executed notebook that it wrote.</param>
/// <param name="PageKey">The fingerprint of all that went into the page.</param>
/// <param name="Page">The page.</param>
internal sealed record CacheEntry(string ExecutionKey, string ExecutedKey, string PageKey, PageContent Page);
