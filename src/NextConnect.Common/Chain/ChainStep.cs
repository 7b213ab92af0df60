namespace NextConnect;

/// <summary>One function of a chain: a handler, which gets <c>next</c>, or an endpoint, which does not.</summary>
/// <param name="Handler">The handler; null for an endpoint.</param>
/// <param name="Endpoint">The endpoint; null for a handler.</param>
/// <param name="Layer">Where it was registered, for messages.</param>
internal readonly record struct ChainStep<THandler, TEndpoint>(THandler? Handler, TEndpoint? Endpoint, RouteLayer Layer)
    where THandler : Delegate
    where TEndpoint : Delegate;
