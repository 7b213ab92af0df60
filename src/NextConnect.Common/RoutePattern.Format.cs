using System.Text;

namespace NextConnect;

public sealed partial class RoutePattern
{
    /// <summary>Makes a path from values: the inverse of <see cref="Match(string)"/>.</summary>
    /// <param name="values">
    /// A value for each parameter, not encoded; optional ones may be missing or null. Slashes in a wildcard's value separate segments.
    /// </param>
    /// <returns>The path, percent-encoded. For <c>:file.(mp4|mov)</c> the first ending is written.</returns>
    /// <exception cref="ArgumentException">A required value is missing or empty, or a value would be a <c>.</c> or <c>..</c> segment.</exception>
    /// <exception cref="InvalidOperationException">The pattern is a regular expression.</exception>
    /// <remarks>regexparam's <c>inject</c>, with encoding; a missing required value is an error instead of <c>:name</c> in the path.</remarks>
    public string Format(IReadOnlyDictionary<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Regex is not null)
            throw new InvalidOperationException($"'{Text}' is a regular expression, which cannot be formatted as a path. Format a text pattern.");

        var path = new StringBuilder();
        foreach (var segment in Segments)
        {
            if (segment.Kind == SegmentKind.Literal)
                path.Append('/').Append(EncodeLiteral(segment.Text));
            else if (values.GetValueOrDefault(segment.Text) is { Length: > 0 } value)
                path.Append('/').Append(Encode(segment, value)).Append(EncodeLiteral(segment.FirstSuffix));
            else if (segment.Kind == SegmentKind.Wildcard)
                path.Append(segment.IsOptional ? "" : "/");
            else if (!segment.IsOptional)
                throw new ArgumentException($"Route pattern '{Text}' needs a value for '{segment.Text}'. Pass one.", nameof(values));
            else if (!segment.CanBeAbsent)
                path.Append('/').Append(Encode(segment, "")).Append(EncodeLiteral(segment.FirstSuffix));
        }
        return path.Length == 0 ? "/" : path.ToString();
    }

    private string Encode(PatternSegment segment, string value)
    {
        var parts = segment.Kind == SegmentKind.Wildcard ? value.Split('/') : [value];
        if (parts.Any(part => part + segment.FirstSuffix is "." or ".."))
        {
            throw new ArgumentException(
                $"The value '{value}' of '{segment.Text}' in route pattern '{Text}' makes a dot segment, which servers resolve. Pass another value.",
                nameof(value));
        }
        return string.Join('/', parts.Select(Uri.EscapeDataString));
    }

    /// <summary>A path keeps <c>%2F</c> as it is, so the pattern's own <c>%2F</c> is already encoded.</summary>
    private static string EncodeLiteral(string text) =>
        Uri.EscapeDataString(text).Replace("%252F", "%2F", StringComparison.OrdinalIgnoreCase);
}
