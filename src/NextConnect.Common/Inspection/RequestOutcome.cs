namespace NextConnect;

/// <summary>Says how <c>Handler()</c> ends a request, as far as matching decides it.</summary>
public enum RequestOutcome
{
    /// <summary>
    /// At least one route matches: all matching layers run in order. When all of them are for every method (<c>All</c>) and call next, the automatic 405 or 204
    /// may follow.
    /// </summary>
    Route,

    /// <summary>Nothing or only middleware matches: <c>OnNoMatch</c> responds, and no middleware runs.</summary>
    NoMatch,

    /// <summary>Only other methods have routes for the path: 405 with <c>Allow</c>, after the matching middleware.</summary>
    MethodNotAllowed,

    /// <summary>No route handles the OPTIONS request: 204 with <c>Allow</c>, after the matching middleware.</summary>
    Options,

    /// <summary>The path has a control character or a dot segment: 400 before any layer.</summary>
    BadPath,

    /// <summary>Matching fails, because a regular expression exceeded its time limit: <c>OnError</c> responds, and no layer runs.</summary>
    Error,
}
