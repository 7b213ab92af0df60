namespace NextConnect.Conformance;

/// <summary>One member of a registration: a handler, known by its id, or a sub-router.</summary>
/// <param name="Id">The handler's id; null for a sub-router.</param>
/// <param name="Router">The sub-router's registrations; null for a handler.</param>
public sealed record RouterMember(int? Id = null, IReadOnlyList<RouterEntry>? Router = null);
