using System;

namespace GoAbi.Analysis;

/// <summary>
/// Where package summaries are kept between analyses: a directory, a build system's store, memory. What it hands out is never
/// trusted: content that is damaged or foreign is a miss. Thread-safe; a store that fails is one that has nothing.
/// </summary>
public interface ISummaryStore
{
    /// <summary>The content stored under a key; null for a miss. Never throws.</summary>
    /// <param name="key">SHA-256 in lower-case hexadecimal, 64 characters.</param>
    byte[]? TryRead(string key);

    /// <summary>Stores content under a key, where it can. Equal keys have equal content, so whoever writes last wins. Never throws.</summary>
    /// <param name="key">SHA-256 in lower-case hexadecimal, 64 characters.</param>
    /// <param name="content">The content.</param>
    void Write(string key, byte[] content);
}
