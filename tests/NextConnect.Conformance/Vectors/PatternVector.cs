namespace NextConnect.Conformance;

/// <summary>What upstream made of one pattern and one path.</summary>
/// <param name="Pattern">The route pattern.</param>
/// <param name="Loose">Whether it is the prefix match of <c>Use</c>.</param>
/// <param name="Path">The path.</param>
/// <param name="Match">Whether it matches.</param>
/// <param name="Params">The parameters; null for an optional one that is absent.</param>
public sealed record PatternVector(string Pattern, bool Loose, string Path, bool Match, IReadOnlyDictionary<string, string?> Params);
