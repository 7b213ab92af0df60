namespace NextConnect;

/// <summary>
/// The base of all routers: an ordered list of layers, filled by <c>Use</c> and the verbs, frozen on first use. Registrations return the router itself.
/// </summary>
/// <typeparam name="TSelf">The router itself.</typeparam>
/// <typeparam name="THandler">A function with <c>next</c>.</typeparam>
/// <typeparam name="TEndpoint">A function without <c>next</c>, which ends the chain.</typeparam>
/// <remarks>
/// A request runs all layers that match it, in registration order; a layer continues only by calling <c>next</c>. A router freezes when it first runs, when its
/// <c>Handler</c> is made, or when it is mounted; to add layers to a frozen router, use its <see cref="Clone"/>.
/// </remarks>
public abstract partial class RouterBase<TSelf, THandler, TEndpoint>
    where TSelf : RouterBase<TSelf, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private readonly List<RouteLayer> _layers = [];
    private RouteTable? _table;
    private volatile bool _isFrozen;
    private bool _isIsolated;

    private protected RouterBase()
    {
    }

    /// <summary>Gets the frozen table; freezes the router.</summary>
    internal RouteTable Table
    {
        get
        {
            _isFrozen = true;
            return _table ??= new([.. _layers]);
        }
    }

    private TSelf Self => (TSelf)this;

    /// <summary>Returns a new router with the same layers, which is not frozen.</summary>
    /// <returns>The copy.</returns>
    public TSelf Clone()
    {
        var copy = Create();
        copy._layers.AddRange(_layers);
        copy._isIsolated = _isIsolated;
        return copy;
    }

    /// <summary>
    /// Returns a copy whose middleware runs only for requests that one of its own routes matches, wherever the copy is mounted. A plain mount follows
    /// next-connect: the middleware of a mounted router runs for everything under its base path, the routes beside the mount too.
    /// </summary>
    /// <returns>The copy, which is not frozen.</returns>
    /// <remarks>
    /// An automatic 405 or OPTIONS response, and a CORS preflight, run the middleware of isolated routers that have a route for the path under another method.
    /// A router that is not mounted runs as if it were not isolated.
    /// </remarks>
    /// <example><code>router.Use("/", shop.Isolated()).Use("/", blog.Isolated());</code></example>
    public TSelf Isolated()
    {
        var copy = Clone();
        copy._isIsolated = true;
        return copy;
    }

    /// <summary>Makes an empty router of the same kind.</summary>
    private protected abstract TSelf Create();

    /// <summary>Refuses a function whose value this kind of router would drop.</summary>
    private protected virtual void Check(Delegate function)
    {
    }

    private protected TSelf AddHandlers(RouteLayer layer, ReadOnlySpan<THandler> handlers) => handlers.IsEmpty
        ? throw new ArgumentException($"'{layer.DisplayName}' has no handler and would do nothing. Pass at least one.", nameof(handlers))
        : Add(layer with { Functions = Functions(handlers) });

    private TSelf AddHandlers(string? method, RoutePattern? pattern, THandler handler, ReadOnlySpan<THandler> more) =>
        AddHandlers(Layer(method, isMiddleware: false, pattern), [handler, .. more]);

    private TSelf AddRoute(string? method, RoutePattern? pattern, ReadOnlySpan<THandler> handlers, TEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Check(endpoint);
        return Add(Layer(method, isMiddleware: false, pattern) with { Functions = [.. Functions(handlers), new(endpoint, TakesNext: false)] });
    }

    private LayerFunction[] Functions(ReadOnlySpan<THandler> handlers)
    {
        var functions = new LayerFunction[handlers.Length];
        for (var i = 0; i < functions.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(handlers[i], nameof(handlers));
            Check(handlers[i]);
            functions[i] = new(handlers[i], TakesNext: true);
        }
        return functions;
    }

    /// <summary>Adds the layers of routers under a base path.</summary>
    /// <param name="basePath">The base path; null for none.</param>
    /// <param name="routers">The routers.</param>
    /// <param name="moves">Whether the base path moves to the path base while their layers run.</param>
    private protected TSelf AddRouters(RoutePattern? basePath, ReadOnlySpan<TSelf> routers, bool moves = false)
    {
        if (basePath is not null)
            CheckBasePath(basePath);
        foreach (var router in routers)
        {
            ArgumentNullException.ThrowIfNull(router, nameof(routers));
            if (ReferenceEquals(router, this))
                throw new ArgumentException("A router cannot be mounted into itself. Mount a Clone() of it.", nameof(routers));
            if (basePath is not null && (moves || router._layers.Exists(layer => layer.MountSegments > 0)))
                CheckMountPath(basePath);
        }
        RefuseIfFrozen(basePath is null ? "A router" : $"A router under '{basePath}'");
        // A base path that matches sets its parameters even when nothing below it does (next-connect 1.x).
        if (basePath is not null && Array.Exists(basePath.Segments, segment => segment.Kind == SegmentKind.Parameter))
            Add(Layer(null, isMiddleware: true, basePath));

        foreach (var router in routers)
        {
            router._isFrozen = true;
            foreach (var layer in IsolatedRouter.Mount(router._layers, router._isIsolated))
                Add(basePath is null or { IsEverything: true } ? layer : layer.Under(basePath, moves));
        }
        return Self;
    }

    /// <summary>Refuses base paths that patterns cannot be appended to.</summary>
    private protected static void CheckBasePath(RoutePattern basePath)
    {
        if (basePath.Regex is not null)
        {
            throw new ArgumentException(
                $"Mounting needs a text base path; '{basePath}' is a regular expression. Mount under the fixed part and match the rest inside.",
                nameof(basePath));
        }
        if (Array.Exists(basePath.Segments, segment => segment.Kind == SegmentKind.Wildcard))
        {
            throw new ArgumentException(
                $"Mounting needs a base path without a wildcard; '{basePath}' has one. "
                + "Mount under the part before the wildcard and match the rest inside.",
                nameof(basePath));
        }
    }

    /// <summary>Refuses base paths with optional segments, since Mount moves a fixed number.</summary>
    private protected static void CheckMountPath(RoutePattern basePath)
    {
        if (Array.Exists(basePath.Segments, segment => segment.CanBeAbsent))
        {
            throw new ArgumentException(
                $"Mount moves a fixed number of segments; '{basePath}' has an optional one. Mount twice, with and without it.", nameof(basePath));
        }
    }

    private TSelf Add(RouteLayer layer)
    {
        RefuseIfFrozen($"'{layer.DisplayName}'");
        _layers.Add(layer);
        return Self;
    }

    private void RefuseIfFrozen(string what)
    {
        if (_isFrozen)
        {
            throw new InvalidOperationException(
                $"{what} cannot be added: the router is frozen, because it has run, its Handler was made, or it is mounted. "
                + "Add it earlier, or to router.Clone().");
        }
    }

    private protected static RouteLayer Layer(string? method, bool isMiddleware, RoutePattern? pattern)
    {
        var path = pattern is null ? PathMatcher.Everything : isMiddleware ? pattern.PrefixMatcher : pattern.ExactMatcher;
        return new(method, isMiddleware, path, pattern?.Text ?? "");
    }

    private static RoutePattern NotNull(RoutePattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern;
    }
}
