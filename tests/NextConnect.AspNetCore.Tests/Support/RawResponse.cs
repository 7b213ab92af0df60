namespace NextConnect.AspNetCore.Tests;

/// <summary>What came over the wire.</summary>
/// <param name="StatusLine">The first line; empty when the connection ended before it.</param>
/// <param name="Headers">Header lines in their order, none joined.</param>
/// <param name="Body">The decoded body, or the part that came.</param>
/// <param name="IsComplete">Whether the framing said that this was all: the last chunk, or as many bytes as announced.</param>
internal sealed record RawResponse(string StatusLine, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, bool IsComplete)
{
    public int Status => StatusLine.Length < 12 ? 0 : int.Parse(StatusLine.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Gets the values of a header, one for each line.</summary>
    public string[] this[string name] =>
        [.. Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
