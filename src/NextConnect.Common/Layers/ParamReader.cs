namespace NextConnect;

/// <summary>How the parameters of a set of layers are read out of a path that matches all of them.</summary>
internal sealed class ParamReader
{
    private readonly RouteLayer[] _layers;
    private readonly ParamLocation[]? _slots;
    private readonly string[] _names;

    public ParamReader(RouteLayer[] layers)
    {
        _layers = layers;
        _slots = Array.TrueForAll(layers, layer => layer.Path.IsPlain) ? ParamLocation.Merge(layers) : null;
        _names = [.. (_slots ?? []).Select(slot => slot.Segment.Text)];
    }

    /// <summary>Gets whether there are any parameters to read.</summary>
    public bool HasParams => _slots is not { Length: 0 };

    public RouteParams Read(string path)
    {
        if (_slots is null)
            return ReadByLayer(path);
        if (!HasParams)
            return RouteParams.Empty;
        var values = new string?[_slots.Length];
        ForEach(_slots, path, values, static (values, index, value) => values[index] = value);
        return new MatchedParams(_names, values);
    }

    /// <summary>Hands each parameter to a function, without an object between.</summary>
    public void CopyTo<TTarget>(string path, TTarget target, Action<TTarget, string, string?> add)
    {
        if (_slots is not null)
        {
            ForEach(_slots, path, (target, add, _names), static (to, index, value) => to.add(to.target, to._names[index], value));
            return;
        }
        foreach (var (name, value) in ReadByLayer(path))
            add(target, name, value);
    }

    private static void ForEach<TTarget>(ParamLocation[] slots, string path, TTarget target, Action<TTarget, int, string?> use)
    {
        if (path.Length <= SlashMask.MaxLength)
        {
            var slashes = SlashMask.Of(path);
            for (var i = 0; i < slots.Length; i++)
                use(target, i, slots[i].Read(path, SlashMask.Bounds(slashes, slots[i].Index, path.Length)));
        }
        else
        {
            var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
            for (var i = 0; i < slots.Length; i++)
                use(target, i, slots[i].Read(path, segments.Bounds(slots[i].Index)));
        }
    }

    /// <summary>The plain way, for layers whose values may stand in one place or another.</summary>
    private RouteParams ReadByLayer(string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var values = new RouteParamsBuilder();
        foreach (var layer in _layers)
            layer.Path.TryMatch(segments, values);
        return values.Build();
    }
}
