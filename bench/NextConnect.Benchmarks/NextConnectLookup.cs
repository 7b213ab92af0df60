namespace NextConnect.Benchmarks;

/// <summary>NextConnect's own lookup, with and without reading every parameter as a string.</summary>
internal sealed class NextConnectLookup(Route[] routes)
{
    private readonly RouteTable _table = Build(routes).Table;
    private object? _last;

    public Contender Find(LookupCase lookups) => new("NextConnect", times =>
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var (method, path) in lookups.Requests)
                _last = _table.Find(method, path).Layers.Steps;
        }
    }, lookups.Requests.Length);

    public Contender FindAndRead(LookupCase lookups) => new("NextConnect, all parameters read", times =>
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var (method, path) in lookups.Requests)
                _last = _table.Find(method, path).ReadParams();
        }
    }, lookups.Requests.Length);

    public static NodeRouter Build(Route[] routes)
    {
        var router = new NodeRouter();
        foreach (var (method, pattern) in routes)
        {
            _ = method switch
            {
                "USE" => router.Use(pattern, (req, res, next) => next()),
                "ALL" => router.All(pattern, (req, res) => Task.CompletedTask),
                _ => router.Add(method, pattern, (req, res) => Task.CompletedTask),
            };
        }
        return router;
    }
}
