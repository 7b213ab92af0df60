namespace NextConnect.Conformance;

/// <summary>What matches a request, as the reference sees it.</summary>
/// <param name="Handlers">The ids of everything that matches, in order.</param>
/// <param name="Params">The parameters of all matching layers, merged.</param>
/// <param name="IsMiddlewareOnly">Whether no route matches.</param>
public sealed record ReferenceMatch(IReadOnlyList<int> Handlers, IReadOnlyDictionary<string, string?> Params, bool IsMiddlewareOnly);
