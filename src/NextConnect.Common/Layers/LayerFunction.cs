namespace NextConnect;

/// <summary>A handler, which takes <c>next</c>, or an endpoint, which does not.</summary>
/// <param name="Delegate">The function; the front end that registered it knows its type.</param>
/// <param name="TakesNext">Whether it is a handler.</param>
internal readonly record struct LayerFunction(Delegate Delegate, bool TakesNext);
