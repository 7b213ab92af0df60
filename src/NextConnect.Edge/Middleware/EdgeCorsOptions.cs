namespace NextConnect;

/// <summary>Configures which other sites may call, and what they may send and read (the Fetch standard's CORS protocol).</summary>
public sealed class EdgeCorsOptions
{
    /// <summary>Gets the origins that may call, such as <c>https://app.example.com</c>, compared ordinally; <c>*</c> alone for all.</summary>
    public required IReadOnlyCollection<string> Origins { get; init; }

    /// <summary>Gets the request headers that may be sent; null for those that the browser asks for.</summary>
    public IReadOnlyCollection<string>? AllowedHeaders { get; init; }

    /// <summary>Gets the response headers that scripts may read, besides the few that they always may.</summary>
    public IReadOnlyCollection<string> ExposedHeaders { get; init; } = [];

    /// <summary>Gets whether cookies and authorization may be sent. Refused together with <c>*</c>: every site could then act as the user.</summary>
    public bool AllowCredentials { get; init; }

    /// <summary>Gets how long a browser may cache the response to a preflight; null for its default.</summary>
    public TimeSpan? MaxAge { get; init; }
}
