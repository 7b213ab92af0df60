namespace NextConnect;

/// <summary>Reads the parameters of a set of layers from a path that matches all of them.</summary>
internal sealed class ParamReader
{
    private readonly RouteLayer[] _layers;
    private readonly ParamLocation[]? _locations;
    private readonly string[] _names;

    public ParamReader(RouteLayer[] layers)
    {
        _layers = layers;
        _locations = Array.TrueForAll(layers, layer => layer.Path.IsPlain) ? ParamLocation.Merge(layers) : null;
        _names = [.. (_locations ?? []).Select(location => location.Segment.Text)];
    }

    /// <summary>Returns what reads the parameters of a layer's own pattern, its base paths included.</summary>
    public static ParamReader OwnOf(RouteLayer layer) => new([layer with { Path = layer.Path.Whole() }]);

    public bool HasParams => _locations is not { Length: 0 };

    public RouteParams Read(string path, ulong slashes)
    {
        if (_locations is null)
            return ReadByLayer(path);
        if (!HasParams)
            return RouteParams.Empty;
        var values = new string?[_locations.Length];
        ForEach(_locations, path, slashes, values, static (values, index, value) => values[index] = value);
        return new MatchedParams(_names, values);
    }

    /// <summary>Passes each parameter to a function, without an intermediate object.</summary>
    public void CopyTo<TTarget>(string path, ulong slashes, TTarget target, Action<TTarget, string, string?> add)
    {
        if (_locations is not null)
        {
            ForEach(_locations, path, slashes, (target, add, _names), static (to, index, value) => to.add(to.target, to._names[index], value));
            return;
        }
        foreach (var (name, value) in ReadByLayer(path))
            add(target, name, value);
    }

    private static void ForEach<TTarget>(ParamLocation[] locations, string path, ulong slashes, TTarget target, Action<TTarget, int, string?> use)
    {
        if (path.Length <= SlashMask.MaxLength)
        {
            for (var i = 0; i < locations.Length; i++)
                use(target, i, locations[i].Read(path, SlashMask.Bounds(slashes, locations[i].Index, path.Length)));
        }
        else
        {
            var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
            for (var i = 0; i < locations.Length; i++)
                use(target, i, locations[i].Read(path, segments.Bounds(locations[i].Index)));
        }
    }

    /// <summary>The slow way, for layers whose values are not always in the same segment.</summary>
    private RouteParams ReadByLayer(string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var values = new RouteParamsBuilder();
        foreach (var layer in _layers)
            layer.Path.TryMatch(segments, values);
        return values.Build();
    }
}
