namespace NextConnect.Conformance;

/// <summary>Makes a real router of any kind from a router that is described as data.</summary>
public static class RouterBuilder
{
    /// <summary>Registers all entries, sub-routers first into routers of their own.</summary>
    /// <typeparam name="TRouter">The kind of router.</typeparam>
    /// <typeparam name="THandler">Its handler.</typeparam>
    /// <typeparam name="TEndpoint">Its endpoint.</typeparam>
    /// <param name="entries">The registrations.</param>
    /// <param name="create">Makes an empty router.</param>
    /// <param name="handler">Makes the handler of an id.</param>
    /// <returns>The router, still open.</returns>
    public static TRouter Build<TRouter, THandler, TEndpoint>(IEnumerable<RouterEntry> entries, Func<TRouter> create, Func<int, THandler> handler)
        where TRouter : RouterBase<TRouter, THandler, TEndpoint>
        where THandler : Delegate
        where TEndpoint : Delegate
    {
        var router = create();
        foreach (var entry in entries)
        {
            if (entry.Fns.All(member => member.Router is null))
            {
                Register<TRouter, THandler, TEndpoint>(router, entry, [.. entry.Fns.Select(member => handler(member.Id!.Value))]);
                continue;
            }
            TRouter[] mounted =
            [
                .. entry.Fns.Select(member => Build<TRouter, THandler, TEndpoint>(member.Router ?? [RouterEntry.Use(null, member)], create, handler)),
            ];
            _ = entry.Base is null ? router.Use(mounted[0], mounted.AsSpan(1)) : router.Use(entry.Base, mounted[0], mounted.AsSpan(1));
        }
        return router;
    }

    private static void Register<TRouter, THandler, TEndpoint>(TRouter router, RouterEntry entry, THandler[] handlers)
        where TRouter : RouterBase<TRouter, THandler, TEndpoint>
        where THandler : Delegate
        where TEndpoint : Delegate
    {
        var method = entry.Method ?? "";
        RoutePattern? pattern = null;
        if (entry.Expression is { } expression)
            pattern = expression;
        else if (entry.Text is { } text)
            pattern = text;
        _ = (entry.IsMiddleware, method, pattern) switch
        {
            (true, _, null) => router.Use(handlers),
            (true, _, _) => router.Use(pattern, handlers),
            (_, "", null) => router.All(handlers[0], handlers.AsSpan(1)),
            (_, "", _) => router.All(pattern, handlers[0], handlers.AsSpan(1)),
            (_, _, null) => router.Add(method, handlers[0], handlers.AsSpan(1)),
            _ => router.Add(method, pattern, handlers[0], handlers.AsSpan(1)),
        };
    }
}
