using System.Globalization;
using System.Text;

namespace NextConnect;

public sealed partial class RoutePattern
{
    /// <summary>Makes a path from values: the inverse of <see cref="Match(string)"/>.</summary>
    /// <typeparam name="TValue">What the values are: text, or anything that is written as text in the invariant culture.</typeparam>
    /// <param name="values">
    /// A value for each parameter, not encoded, as in any dictionary, in <see cref="RouteParams"/> and in route values. Optional ones may be missing, null or
    /// empty; values of other names are ignored. Names compare ordinally; <c>wild</c> is the unnamed wildcard too. Slashes in a wildcard's value separate
    /// segments.
    /// </param>
    /// <returns>The path, percent-encoded. For <c>:file.(mp4|mov)</c> the first ending is written.</returns>
    /// <exception cref="ArgumentException">
    /// A required value is missing, or empty where a segment cannot be; a value would be a <c>.</c> or <c>..</c> segment; or the path would begin with
    /// <c>//</c>, which a browser takes for another host.
    /// </exception>
    /// <exception cref="InvalidOperationException">The pattern is a regular expression.</exception>
    /// <remarks>regexparam's <c>inject</c>, with encoding; a missing required value is an error instead of <c>:name</c> in the path.</remarks>
    /// <example><code>var path = RoutePattern.Parse("/users/:id").Format(new Dictionary&lt;string, int&gt; { ["id"] = 7 });</code></example>
    public string Format<TValue>(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Regex is not null)
            throw new InvalidOperationException($"'{Text}' is a regular expression, which cannot be formatted as a path. Format a text pattern.");

        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            texts[name] = value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
        var path = new StringBuilder();
        foreach (var segment in Segments)
            Append(path, segment, texts);
        if (path.Length == 0 || (Text.EndsWith('/') && path[^1] != '/'))
            path.Append('/');
        if (path is ['/', '/', ..])
        {
            throw new ArgumentException(
                $"The values make '{path}' of route pattern '{Text}', which begins with '//': a browser takes it for another host. Pass other values.",
                nameof(values));
        }
        return path.ToString();
    }

    private void Append(StringBuilder path, PatternSegment segment, Dictionary<string, string?> values)
    {
        if (segment.Kind == SegmentKind.Literal)
        {
            path.Append('/').Append(EncodeLiteral(segment.Text));
            return;
        }
        var value = ValueOf(segment, values);
        if (string.IsNullOrEmpty(value) && (value is null || segment.Kind == SegmentKind.Parameter))
        {
            if (segment.CanBeAbsent)
                return;
            if (!segment.IsOptional)
                throw new ArgumentException($"Route pattern '{Text}' needs a value for '{segment.Text}'. Pass one.", nameof(values));
        }
        path.Append('/').Append(Encode(segment, value ?? "")).Append(EncodeLiteral(segment.FirstSuffix));
    }

    private string? ValueOf(PatternSegment segment, Dictionary<string, string?> values) =>
        values.GetValueOrDefault(segment.Text) ?? (segment.Text == RouteParams.WildcardKey && !HasOldWildcardKey
            ? values.GetValueOrDefault(RouteParams.OldWildcardKey)
            : null);

    private bool HasOldWildcardKey => Array.Exists(Segments, segment => segment is { Kind: not SegmentKind.Literal, Text: RouteParams.OldWildcardKey });

    private string Encode(PatternSegment segment, string value)
    {
        var parts = segment.Kind == SegmentKind.Wildcard ? value.Split('/') : [value];
        if (parts.Any(part => part + segment.FirstSuffix is "." or ".."))
        {
            throw new ArgumentException(
                $"The value '{value}' of '{segment.Text}' in route pattern '{Text}' makes a dot segment, which servers resolve. Pass another value.");
        }
        return string.Join('/', parts.Select(Uri.EscapeDataString));
    }

    /// <summary>A path keeps <c>%2F</c> as it is, so the pattern's own <c>%2F</c> is already encoded.</summary>
    private static string EncodeLiteral(string text) =>
        Uri.EscapeDataString(text).Replace("%252F", "%2F", StringComparison.OrdinalIgnoreCase);
}
