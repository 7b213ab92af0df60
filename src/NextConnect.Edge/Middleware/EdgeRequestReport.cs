namespace NextConnect;

/// <summary>Describes one request to <see cref="EdgeMiddleware.RequestLog(Action{EdgeRequestReport}, TimeProvider?)"/>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The pattern of the first route that matches, base paths included (OpenTelemetry's <c>http.route</c>); null without one.</param>
/// <param name="Path">The path, which the client chose: log it as a value, never as part of a message.</param>
/// <param name="Status">
/// The status that the router has decided, of an error's response too; a body that fails later is not in it.
/// Null when this router has decided none: the client has disconnected, <c>RunAsync</c> failed, or the request was
/// passed on to the rest of a pipeline.
/// </param>
/// <param name="Duration">How long it took to decide it.</param>
/// <param name="Error">The error that ended the layers; null when they succeeded.</param>
public sealed record EdgeRequestReport(string Method, string? Route, string Path, int? Status, TimeSpan Duration, Exception? Error);
