using System.Buffers;
using System.Text.RegularExpressions;

namespace NextConnect;

/// <summary>
/// Matches one layer's segments against a path. Of several ways to match, the first optional segment that can be present is present, and the first wildcard is
/// greedy (regexparam). Time grows with segments × path segments, whatever the path.
/// </summary>
internal sealed class PathMatcher(PatternSegment[] segments, Regex? regex, PathMatch match)
{
    public static PathMatcher Everything { get; } = new([], null, PathMatch.Everything);

    public PatternSegment[] Segments => segments;

    /// <summary>Gets the expression that the path, or the rest after a base path, must match; null without one.</summary>
    public Regex? Regex => regex;

    public PathMatch Match => match;

    /// <summary>Gets whether there is one way to match: every segment but a last wildcard takes exactly one path segment, and no expression follows.</summary>
    public bool IsPlain { get; } = regex is null && HasOneAlignment(segments);

    /// <summary>Returns the matcher of a layer whose router is mounted: patterns are concatenated; paths are never cut.</summary>
    public PathMatcher Under(PatternSegment[] basePath) =>
        new(Concatenate(basePath, segments), regex, match == PathMatch.Everything ? PathMatch.Prefix : match);

    /// <summary>Returns the matcher that gives the parameters of its base path itself, instead of the mount's.</summary>
    public PathMatcher Whole() => new(Array.ConvertAll(segments, segment => segment with { IsGivenByMount = false }), regex, match);

    /// <summary>Tests a path, and adds the values of its parameters when it matches.</summary>
    /// <param name="path">The path.</param>
    /// <param name="values">Receives the values; null to drop them.</param>
    public bool TryMatch(in PathSegments path, RouteParamsBuilder? values)
    {
        if (match == PathMatch.Everything)
            return true;
        if (path.IsPathless && path.Path.Length > 0 && (regex is null || segments.Length > 0))
            return false;

        Span<int> positions = segments.Length < PathSegments.StackLimit ? stackalloc int[segments.Length + 1] : new int[segments.Length + 1];
        if (!(IsPlain ? TryAlignPlain(path, positions) : TryAlignRented(path, positions)))
            return false;

        if (values is null)
            return regex is null || regex.IsMatch(path.Rest(positions[^1]));
        var found = regex?.Match(path.Rest(positions[^1]).ToString());
        if (found is { Success: false })
            return false;
        AddValues(path, positions, values);
        if (found is not null)
            RegexPattern.AddNamedGroups(regex!, found, values);
        return true;
    }

    /// <summary>The mount's own layer gives the base path's parameters to all layers merged, once; while a layer below it runs, it sees its own.</summary>
    private static PatternSegment[] Concatenate(PatternSegment[] basePath, PatternSegment[] segments) =>
    [
        .. basePath.Select(segment => segment with { IsGivenByMount = true }),
        .. segments.Select((segment, index) => segment with
        {
            TakesEmptyRest = segment.TakesEmptyRest || (index == 0 && segment.Kind == SegmentKind.Wildcard),
        }),
    ];

    private bool TryAlignPlain(in PathSegments path, Span<int> positions)
    {
        if (path.Count < segments.Length - (segments is [.., { TakesEmptyRest: true }] ? 1 : 0))
            return false;
        for (var i = 0; i < segments.Length; i++)
        {
            if (i < path.Count && !segments[i].Accepts(path[i]))
                return false;
            positions[i] = i;
        }
        var end = segments is [.., { Kind: SegmentKind.Wildcard }] ? path.Count : segments.Length;
        positions[segments.Length] = end;
        return IsEnd(path, end);
    }

    /// <summary>The general case, in a buffer that grows with segments × path segments: rented, so that long paths are no garbage.</summary>
    private bool TryAlignRented(in PathSegments path, Span<int> positions)
    {
        var size = (segments.Length + 1) * (path.Count + 1);
        var fits = ArrayPool<bool>.Shared.Rent(size);
        try
        {
            return TryAlign(path, positions, fits.AsSpan(0, size));
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(fits);
        }
    }

    /// <summary>
    /// Works backwards: <c>fits[i, j]</c> says whether segments i… can match path segments j…; then walks forward, taking the preferred way among those that
    /// match.
    /// </summary>
    private bool TryAlign(in PathSegments path, Span<int> positions, Span<bool> fits)
    {
        var width = path.Count + 1;
        Span<int> last = segments.Length < PathSegments.StackLimit ? stackalloc int[segments.Length + 1] : new int[segments.Length + 1];
        last.Fill(-1); // the greatest j that fits, or -1
        for (var i = segments.Length; i >= 0; i--)
        {
            for (var j = 0; j < width; j++)
            {
                if (fits[i * width + j] = Fits(path, fits, last, i, j))
                    last[i] = j;
            }
        }
        if (!fits[0])
            return false;

        for (int i = 0, j = 0; i < segments.Length; i++)
        {
            positions[i] = j;
            if (segments[i].Kind == SegmentKind.Wildcard)
                j = Math.Max(last[i + 1], j);
            else if (IsPresent(path, fits, i, j))
                j++;
            positions[i + 1] = j;
        }
        return true;
    }

    private bool Fits(in PathSegments path, ReadOnlySpan<bool> fits, ReadOnlySpan<int> last, int i, int j)
    {
        if (i == segments.Length)
            return IsEnd(path, j) && (regex is null || (j <= segments.Length && regex.IsMatch(path.Rest(j))));
        if (segments[i].Kind == SegmentKind.Wildcard)
            return last[i + 1] >= (segments[i].IsOptional || (segments[i].TakesEmptyRest && j == path.Count) ? j : j + 1);
        return IsPresent(path, fits, i, j) || (segments[i].CanBeAbsent && fits[(i + 1) * (path.Count + 1) + j]);
    }

    private bool IsPresent(in PathSegments path, ReadOnlySpan<bool> fits, int i, int j) =>
        j < path.Count && fits[(i + 1) * (path.Count + 1) + j + 1] && segments[i].Accepts(path[j]);

    private bool IsEnd(in PathSegments path, int position) =>
        match == PathMatch.Prefix || regex is not null || position == path.Count || path.IsTrailingSlash(position);

    private void AddValues(in PathSegments path, ReadOnlySpan<int> positions, RouteParamsBuilder values)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            var (from, to) = (positions[i], positions[i + 1]);
            switch (segments[i].Kind)
            {
                case SegmentKind.Parameter when segments[i].IsGivenByMount:
                    break;
                case SegmentKind.Parameter:
                    values.Set(segments[i].Text, from == to ? null : segments[i].ValueOf(path[from]));
                    break;
                case SegmentKind.Wildcard:
                    values.Set(segments[i].Text, from < to ? path.Text(from, to) : segments[i].TakesEmptyRest && from == path.Count ? "" : null);
                    break;
            }
        }
    }

    private static bool HasOneAlignment(PatternSegment[] segments)
    {
        var wildcard = Array.FindIndex(segments, segment => segment.Kind == SegmentKind.Wildcard);
        return !Array.Exists(segments, segment => segment.CanBeAbsent) && (wildcard < 0 || wildcard == segments.Length - 1);
    }
}
