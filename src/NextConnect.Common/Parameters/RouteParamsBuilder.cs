namespace NextConnect;

/// <summary>Collects the parameters of all matching layers: a later value replaces an earlier one of the same name.</summary>
internal sealed class RouteParamsBuilder
{
    private readonly List<string> _names = [];
    private readonly List<string?> _values = [];

    /// <summary>Merges two sets of parameters; the second overrides the first.</summary>
    public static RouteParams Merge(IEnumerable<KeyValuePair<string, string?>> values, IEnumerable<KeyValuePair<string, string?>> over)
    {
        var merged = new RouteParamsBuilder();
        foreach (var (name, value) in values.Concat(over))
            merged.Set(name, value);
        return merged.Build();
    }

    public void Set(string name, string? value)
    {
        var index = _names.FindIndex(known => RouteParams.SameName(known, name));
        if (index < 0)
        {
            _names.Add(name);
            _values.Add(value);
        }
        else
        {
            _values[index] = value;
        }
    }

    public RouteParams Build() => _names.Count == 0 ? RouteParams.Empty : new MatchedParams([.. _names], [.. _values]);
}
