namespace NextConnect;

/// <summary>
/// An isolated sub-router at one place where it is mounted. Its middleware runs only for requests that one of its own routes matches; otherwise it would run
/// for the routes beside the mount too.
/// </summary>
/// <param name="outer">The isolated router around it; null for none.</param>
internal sealed class IsolatedRouter(IsolatedRouter? outer)
{
    /// <summary>Copies the layers of a router that is being mounted, so that each place where it stands is isolated by itself.</summary>
    /// <param name="layers">The router's layers.</param>
    /// <param name="isIsolated">Whether the router itself is isolated.</param>
    public static IEnumerable<RouteLayer> Mount(List<RouteLayer> layers, bool isIsolated)
    {
        var own = isIsolated ? new IsolatedRouter(null) : null;
        var copies = new Dictionary<IsolatedRouter, IsolatedRouter>();
        return layers.Select(layer => layer with { Isolation = CopyOf(layer.Isolation) });

        IsolatedRouter? CopyOf(IsolatedRouter? inner) => inner is null ? own
            : copies.TryGetValue(inner, out var copy) ? copy
            : copies[inner] = new(CopyOf(inner.Outer));
    }

    /// <summary>Drops the middleware of isolated routers of which no route is given.</summary>
    /// <param name="all">The table's layers.</param>
    /// <param name="indexes">The indexes of the layers that match.</param>
    /// <param name="routes">The indexes of the routes; middleware among them does not count.</param>
    public static int[] Keep(RouteLayer[] all, int[] indexes, int[] routes)
    {
        if (!Array.Exists(indexes, index => all[index].Isolation is not null))
            return indexes;

        var kept = routes.Where(index => !all[index].IsMiddleware).SelectMany(index => AllOf(all[index])).ToHashSet();
        return Array.FindAll(indexes, index => all[index].Isolation is not { } isolation || kept.Contains(isolation));
    }

    private IsolatedRouter? Outer => outer;

    private static IEnumerable<IsolatedRouter> AllOf(RouteLayer layer)
    {
        for (var router = layer.Isolation; router is not null; router = router.Outer)
            yield return router;
    }
}
