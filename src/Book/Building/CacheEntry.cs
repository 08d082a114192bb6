using Notebooks.Book.Writing;

namespace Notebooks.Book.Building;

/// <summary>Results of an earlier build for one source.</summary>
/// <param name="SourceKey">The fingerprint of the source.</param>
/// <param name="ExecutionKey">The fingerprint of all that went into the notebook's execution; empty when it failed.</param>
/// <param name="ContentKey">The fingerprint of what the page was made from: the executed notebook, or the Markdown file.</param>
/// <param name="PageKey">The fingerprint of all that went into the page.</param>
/// <param name="Page">The page.</param>
internal sealed record CacheEntry(string SourceKey, string ExecutionKey, string ContentKey, string PageKey, PageContent Page);
