namespace NextConnect;

/// <summary>Describes one request to <see cref="EdgeMiddleware.RequestLog"/>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The pattern of the first route that matches, base paths included (OpenTelemetry's <c>http.route</c>); null without one.</param>
/// <param name="Path">The path, which the client chose: log it as a value, never as part of a message.</param>
/// <param name="Status">The status; null when the layers failed: then <c>OnError</c> decides.</param>
/// <param name="Duration">How long the layers took.</param>
/// <param name="Error">Their error; null when they succeeded.</param>
public sealed record EdgeRequestReport(string Method, string? Route, string Path, int? Status, TimeSpan Duration, Exception? Error);
