namespace NextConnect;

/// <summary>One function of a running chain.</summary>
/// <param name="Function">A handler or endpoint; the front end that registered it knows its type.</param>
/// <param name="TakesNext">Whether it is a handler.</param>
/// <param name="Layer">Where it was registered.</param>
internal readonly record struct ChainStep(Delegate Function, bool TakesNext, RouteLayer Layer);
