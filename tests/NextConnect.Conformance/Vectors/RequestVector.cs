namespace NextConnect.Conformance;

/// <summary>What upstream found for one request.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path.</param>
/// <param name="Handlers">The ids of everything that matched, in order.</param>
/// <param name="Params">The parameters of all matching layers, merged.</param>
/// <param name="MiddleOnly">Whether only middleware matched.</param>
public sealed record RequestVector(string Method, string Path, IReadOnlyList<int> Handlers, IReadOnlyDictionary<string, string?> Params, bool MiddleOnly);
