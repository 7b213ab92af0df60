namespace NextConnect;

/// <summary>Headers that every response to a request receives, also a default one. Where layers differ, the first one wins: the outermost.</summary>
internal sealed class CommonHeaders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _vary = [];

    /// <summary>Sets a header, in place of the response's own.</summary>
    public void Set(string name, string value) => _values.TryAdd(name, value);

    /// <summary>Adds the name of a request header to the response's <c>Vary</c>.</summary>
    public void Vary(string name) => _vary.Add(name);

    /// <summary>Adds the headers to a response, and returns it; a second time changes nothing.</summary>
    public HttpResponseMessage AddTo(HttpResponseMessage response)
    {
        var own = OwnResponse.Of(response);
        foreach (var (name, value) in _values)
        {
            own.Headers.Remove(name);
            own.Headers.TryAddWithoutValidation(name, value);
        }
        foreach (var name in _vary)
        {
            if (!own.Headers.Vary.Contains(name, StringComparer.OrdinalIgnoreCase))
                own.Headers.Vary.Add(name);
        }
        return own;
    }
}
