namespace NextConnect;

/// <summary>What <see cref="EdgeMiddleware.RequestLog"/> says about one request.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The pattern of the first route that matched, base paths in front (OpenTelemetry's <c>http.route</c>); null when none did.</param>
/// <param name="Path">The path, as the client chose it: log it as a value, never as part of a message.</param>
/// <param name="Status">The status; null when the layers failed, since whoever answers the error decides.</param>
/// <param name="Duration">How long the layers took.</param>
/// <param name="Error">What they failed with; null for nothing.</param>
public sealed record EdgeRequestReport(string Method, string? Route, string Path, int? Status, TimeSpan Duration, Exception? Error);
