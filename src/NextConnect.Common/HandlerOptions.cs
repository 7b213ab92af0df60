namespace NextConnect;

/// <summary>Configures the response to a request whose path has routes only for other methods. Read once, when the handler is made.</summary>
public class HandlerOptions
{
    /// <summary>
    /// Gets whether a request whose path has routes only for other methods receives 405 with <c>Allow</c>, after the matching middleware and after routes for
    /// every method (<c>All</c>) that pass on. False by default, as in next-connect: such a request is a no match.
    /// </summary>
    public bool HandleMethodNotAllowed { get; init; }

    /// <summary>
    /// Gets whether an OPTIONS request without a route of its own receives 204 with <c>Allow</c>, after the matching middleware and after routes for every
    /// method (<c>All</c>) that pass on. False by default, as in next-connect: such a request is a no match.
    /// </summary>
    public bool HandleOptions { get; init; }
}
