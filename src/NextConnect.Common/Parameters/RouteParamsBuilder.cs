namespace NextConnect;

/// <summary>Collects the parameters of all matching layers: a later value replaces an earlier one of the same name.</summary>
internal sealed class RouteParamsBuilder
{
    private readonly List<string> _names = [];
    private readonly List<string?> _values = [];

    public void Set(string name, string? value)
    {
        var index = _names.IndexOf(name);
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
