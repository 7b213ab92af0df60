namespace NextConnect.Conformance;

/// <summary>What came back.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">All headers, those of the content too; names in any case.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Logged">The errors that were logged meanwhile.</param>
public sealed record TestResponse(int Status, IReadOnlyDictionary<string, string> Headers, string Body, IReadOnlyList<Exception> Logged)
{
    /// <summary>Gets the methods of the <c>Allow</c> header; null without one.</summary>
    public string? Allow => Headers.GetValueOrDefault("Allow");

    /// <summary>Gets everything that left the process, to search for what must not.</summary>
    public string Everything => $"{Status}\n{string.Join('\n', Headers)}\n{Body}";
}
