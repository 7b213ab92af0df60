namespace NextConnect;

internal enum SegmentKind
{
    Literal,
    Parameter,
    Wildcard,
}

/// <summary>One segment of a route pattern.</summary>
/// <param name="Kind">What the segment matches: its own text, one path segment, or any run of path segments.</param>
/// <param name="Text">The text of a literal; the name of a parameter or wildcard.</param>
internal sealed record PatternSegment(SegmentKind Kind, string Text)
{
    public bool IsOptional { get; init; }

    /// <summary>The endings of <c>:file.(mp4|mov)</c>, longest first so that the name stays as short as possible; empty for a whole segment.</summary>
    public string[] Suffixes { get; init; } = [];

    /// <summary>Gets the ending as written first in the pattern; empty without one.</summary>
    public string FirstSuffix { get; init; } = "";

    /// <summary>Gets whether the mount's layer gives the parameter: giving it again would replace what a layer in between has given.</summary>
    public bool IsGivenByMount { get; init; }

    /// <summary>Gets whether the wildcard opens a mounted router's pattern, and so matches a path that ends with the base path (next-connect 1.x).</summary>
    public bool TakesEmptyRest { get; init; }

    /// <summary>Gets whether a path may lack the segment: <c>:id?</c> and <c>*?</c>, but not <c>:id?.ext</c>, whose ending is required.</summary>
    public bool CanBeAbsent => IsOptional && Suffixes.Length == 0;

    /// <summary>Returns the segment as it is written in a pattern, quoted, for messages.</summary>
    public override string ToString()
    {
        var ending = Suffixes.Length > 1 ? $".({string.Join('|', Suffixes.Select(suffix => suffix[1..]))})" : FirstSuffix;
        return Kind switch
        {
            SegmentKind.Literal => $"'{Text}'",
            SegmentKind.Parameter => $"':{Text}{(IsOptional ? "?" : "")}{ending}'",
            _ => $"'*{(Text == "*" ? "" : Text)}{(IsOptional ? "?" : "")}'",
        };
    }

    /// <summary>Tests one path segment; a wildcard accepts any.</summary>
    public bool Accepts(ReadOnlySpan<char> segment) => Kind switch
    {
        SegmentKind.Literal => segment.Equals(Text, StringComparison.OrdinalIgnoreCase),
        SegmentKind.Parameter => Suffixes.Length == 0 ? !segment.IsEmpty : NameLength(segment) >= 0,
        _ => true,
    };

    /// <summary>Reads the parameter's value from a path segment that <see cref="Accepts"/> accepts; null when an optional name is empty.</summary>
    public string? ValueOf(ReadOnlySpan<char> segment)
    {
        var value = Suffixes.Length == 0 ? segment : segment[..NameLength(segment)];
        return value.IsEmpty ? null : value.ToString();
    }

    /// <summary>Returns how many characters precede the ending; -1 when no ending matches.</summary>
    private int NameLength(ReadOnlySpan<char> segment)
    {
        foreach (var suffix in Suffixes)
        {
            var length = segment.Length - suffix.Length;
            if (length >= (IsOptional ? 0 : 1) && segment.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return length;
        }
        return -1;
    }
}
