namespace NextConnect;

/// <summary>Locates a parameter's value that is always in the same segment of a path.</summary>
/// <param name="Index">The path segment; for a wildcard, the first one.</param>
/// <param name="Segment">The pattern segment that matches it.</param>
internal readonly record struct ParamLocation(int Index, PatternSegment Segment)
{
    private readonly bool _isWholeSegment = Segment.Kind == SegmentKind.Parameter && Segment.Suffixes.Length == 0;

    /// <summary>Lists the parameters of layers that match the same path: later ones replace earlier ones of the same name.</summary>
    public static ParamLocation[] Merge(RouteLayer[] layers)
    {
        var locations = new List<ParamLocation>();
        foreach (var layer in layers)
        {
            foreach (var (index, segment) in layer.Path.Segments.Index())
            {
                if (segment.Kind == SegmentKind.Literal || segment.IsGivenByMount)
                    continue;
                locations.RemoveAll(location => RouteParams.SameName(location.Segment.Text, segment.Text));
                locations.Add(new(index, segment));
            }
        }
        return [.. locations];
    }

    /// <summary>Returns whether both read the same value from every path that both match.</summary>
    public bool ReadsAs(ParamLocation other) =>
        Index == other.Index && Segment.Kind == other.Segment.Kind && Segment.Suffixes.SequenceEqual(other.Segment.Suffixes);

    /// <summary>Reads the value, given where its segment starts and ends.</summary>
    public string? Read(string path, (int Start, int End) bounds)
    {
        var (start, end) = bounds;
        if (_isWholeSegment)
            return path.Substring(start, end - start);
        return Segment.Kind == SegmentKind.Wildcard ? path[start..] : Segment.ValueOf(path.AsSpan(start, end - start));
    }
}
