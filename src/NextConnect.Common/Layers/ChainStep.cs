namespace NextConnect;

/// <summary>One function of a chain: a handler, which gets <c>next</c>, or an endpoint, which does not.</summary>
/// <param name="Function">The handler or endpoint; the front end that registered it knows its type.</param>
/// <param name="TakesNext">Whether it is a handler.</param>
/// <param name="Layer">Where it was registered.</param>
internal readonly record struct ChainStep(Delegate Function, bool TakesNext, RouteLayer Layer);
