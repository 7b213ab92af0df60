using System.Text.RegularExpressions;

namespace NextConnect;

/// <summary>Tests every layer by itself, slowly, and says why it does not match. <see cref="PathMatcher"/> decides, as in the real search.</summary>
internal static class RouteExplainer
{
    public static RouteExplanation Explain(RouteLayer[] layers, string method, string path, HandlerOptions options)
    {
        var isRoutable = RequestPath.IsRoutable(path);
        LayerExplanation[] explained =
        [
            .. layers.Select((layer, index) => isRoutable
                ? Explain(LayerInfo.Of(index, layer), layer, method, path)
                : new(LayerInfo.Of(index, layer), LayerMismatch.BadPath, "the path is refused")),
        ];
        var (outcome, allow) = isRoutable ? OutcomeOf(layers, explained, method, path, options) : (RequestOutcome.BadPath, []);
        if (outcome is RequestOutcome.Error)
            return new(method, path, explained, RouteParams.Empty, outcome, allow);

        var isAutomatic = outcome is RequestOutcome.MethodNotAllowed or RequestOutcome.Options;
        int[] routes = isAutomatic ? [.. layers.Index().Where(entry => Matches(entry.Item, path)).Select(entry => entry.Index)] : [];
        explained = DropIsolated(layers, explained, routes);
        var merged = ReadParams(layers, explained, path);
        return new(method, path, [.. explained.Select((layer, index) => WithOwnParams(layer, layers[index], path, merged))], merged, outcome, allow);
    }

    private static bool Matches(RouteLayer layer, string path) =>
        layer.Path.TryMatch(new PathSegments(path, stackalloc int[PathSegments.StackLimit]), null);

    /// <param name="layers">The table's layers.</param>
    /// <param name="explained">The same, explained one by one.</param>
    /// <param name="routes">What the automatic response is for, if there is one: routes for other methods.</param>
    private static LayerExplanation[] DropIsolated(RouteLayer[] layers, LayerExplanation[] explained, int[] routes)
    {
        int[] matching = [.. explained.Where(layer => layer.IsMatch).Select(layer => layer.Layer.Order)];
        var running = new MatchedLayers(layers, matching).WithIsolated(routes).Indexes;
        return Array.ConvertAll(explained, layer => layer.IsMatch && !running.Contains(layer.Layer.Order)
            ? layer with { Mismatch = LayerMismatch.Isolated, Reason = "no route of its isolated router matches" }
            : layer);
    }

    private static LayerExplanation WithOwnParams(LayerExplanation explained, RouteLayer layer, string path, RouteParams merged)
    {
        if (!explained.IsMatch || layer.Functions.Length == 0)
            return explained;

        var own = new RouteParamsBuilder();
        layer.Path.Whole().TryMatch(new PathSegments(path, stackalloc int[PathSegments.StackLimit]), own);
        var values = new RouteParamsBuilder();
        foreach (var (name, value) in own.Build())
        {
            if (merged[name] != value)
                values.Set(name, value);
        }
        return explained with { OwnParams = values.Build() };
    }

    private static LayerExplanation Explain(LayerInfo info, RouteLayer layer, string method, string path)
    {
        if (!layer.Accepts(method))
            return new(info, LayerMismatch.Method, $"it is for {layer.Method}");

        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        try
        {
            if (layer.Path.TryMatch(segments, null))
                return new(info, LayerMismatch.None, "");
        }
        catch (RegexMatchTimeoutException)
        {
            return new(info, LayerMismatch.RegexTimeout, "its regular expression exceeded its time limit");
        }
        return FindSegment(layer.Path, segments) is { } reason
            ? new(info, LayerMismatch.Path, reason)
            : new(info, LayerMismatch.Regex, "its regular expression does not match");
    }

    /// <summary>Describes the first segment that does not match; null when all match, so that it was the regular expression.</summary>
    private static string? FindSegment(PathMatcher path, in PathSegments segments)
    {
        if (segments.IsPathless && segments.Path.Length > 0 && (path.Regex is null || path.Segments.Length > 0))
            return "the request has no path";

        for (var count = 1; count <= path.Segments.Length; count++)
        {
            var beginning = new PathMatcher(path.Segments[..count], null, PathMatch.Prefix);
            if (!beginning.TryMatch(segments, null))
                return Describe(path.Segments[..count], segments);
        }
        return path.Regex is null ? "the path continues after the pattern" : null;
    }

    private static string Describe(PatternSegment[] upToMisfit, in PathSegments segments)
    {
        var misfit = upToMisfit[^1];
        var index = upToMisfit.Length - 1;
        if (misfit is { Kind: SegmentKind.Wildcard, IsOptional: false } && new PathMatcher(upToMisfit[..^1], null, PathMatch.Exact).TryMatch(segments, null))
            return $"{misfit} needs at least one segment, and the path ends before it; middleware by Use covers the path itself too";
        if (Array.Exists(upToMisfit, segment => segment.CanBeAbsent || segment.Kind == SegmentKind.Wildcard))
            return $"nothing in the path fits {misfit}"; // which path segment it would be depends on the others
        return index < segments.Count ? $"the path has '{segments[index]}' where the pattern has {misfit}" : $"the path ends before {misfit}";
    }

    private static (RequestOutcome Outcome, IReadOnlyCollection<string> Allow) OutcomeOf(
        RouteLayer[] layers, LayerExplanation[] explained, string method, string path, HandlerOptions options)
    {
        if (Array.Exists(explained, layer => layer.Mismatch == LayerMismatch.RegexTimeout))
            return (RequestOutcome.Error, []);
        if (Array.Exists(explained, layer => layer is { IsMatch: true, Layer.Method: not null }))
            return (RequestOutcome.Route, []);
        var isRoute = Array.Exists(explained, layer => layer is { IsMatch: true, Layer.IsMiddleware: false });
        try
        {
            var response = AutomaticResponse.Find(method, options, () => MethodsOf(layers, path));
            var outcome = isRoute ? RequestOutcome.Route
                : response is null ? RequestOutcome.NoMatch
                : response.IsOptions ? RequestOutcome.Options : RequestOutcome.MethodNotAllowed;
            return (outcome, response?.Methods ?? []);
        }
        catch (RegexMatchTimeoutException)
        {
            return (isRoute ? RequestOutcome.Route : RequestOutcome.Error, []);
        }
    }

    private static SortedSet<string> MethodsOf(RouteLayer[] layers, string path) =>
        RouteLayer.MethodsOf(layers.Where(layer => layer.Method is not null && Matches(layer, path)));

    private static RouteParams ReadParams(RouteLayer[] layers, LayerExplanation[] explained, string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var values = new RouteParamsBuilder();
        foreach (var layer in explained)
        {
            if (layer.IsMatch)
                layers[layer.Layer.Order].Path.TryMatch(segments, values);
        }
        return values.Build();
    }
}
