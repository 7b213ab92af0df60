namespace NextConnect.Conformance;

/// <summary>A router as a table, and what upstream found in it.</summary>
/// <param name="Entries">The registrations, in order.</param>
/// <param name="Requests">The requests and their answers.</param>
public sealed record RouterVector(IReadOnlyList<RouterEntry> Entries, IReadOnlyList<RequestVector> Requests);
