namespace NextConnect;

/// <summary>Finds layers whose parameters another layer overrides: while such a layer runs, the names in its own pattern have its own values.</summary>
internal static class SharedParams
{
    /// <summary>
    /// Returns, by step, what reads the parameters of its layer's own pattern; null for a layer that reads the same values as all of them merged. Empty when
    /// all do.
    /// </summary>
    public static ParamReader?[] FindOwnBySteps(RouteLayer[] layers)
    {
        var readers = FindOwn(layers);
        return Array.TrueForAll(readers, reader => reader is null) ? []
            : [.. layers.Zip(readers).SelectMany(pair => Enumerable.Repeat(pair.Second, pair.First.Functions.Length))];
    }

    private static ParamReader?[] FindOwn(RouteLayer[] layers)
    {
        var merged = new Dictionary<string, (int Layer, ParamLocation? Location)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, layer) in layers.Index())
        {
            foreach (var (name, location) in ParamsOf(layer.Path, isWhole: false))
                merged[name] = (index, location);
        }

        return [.. layers.Select((layer, index) => ParamsOf(layer.Path, isWhole: true).Any(own => IsOverridden(index, own)) ? ParamReader.OwnOf(layer) : null)];

        bool IsOverridden(int layer, (string Name, ParamLocation? Location) own) =>
            merged[own.Name] is var (source, location) && source != layer && !(own.Location is { } one && location is { } other && one.ReadsAs(other));
    }

    /// <summary>Lists the parameters of a pattern, and where they are if that is always the same place.</summary>
    /// <param name="path">The layer's pattern.</param>
    /// <param name="isWhole">Whether to include those that the layer's mount gives.</param>
    private static IEnumerable<(string Name, ParamLocation? Location)> ParamsOf(PathMatcher path, bool isWhole)
    {
        foreach (var (index, segment) in path.Segments.Index())
        {
            if (segment.Kind != SegmentKind.Literal && (isWhole || !segment.IsGivenByMount))
                yield return (segment.Text, path.IsPlain ? new(index, segment) : null);
        }
        foreach (var name in path.Regex is { } regex ? RegexPattern.NamesOf(regex) : [])
            yield return (name, null);
    }
}
