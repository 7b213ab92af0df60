namespace NextConnect;

/// <summary>How <c>Handler()</c> ends a request, as far as matching decides it.</summary>
public enum RequestOutcome
{
    /// <summary>At least one route matches: all matching layers run in order.</summary>
    Route,

    /// <summary>Nothing or only middleware matches: <c>OnNoMatch</c> answers, and no middleware runs.</summary>
    NoMatch,

    /// <summary>Other methods have routes here: 405 with <c>Allow</c>, behind the matching middleware.</summary>
    MethodNotAllowed,

    /// <summary>The OPTIONS request is answered 204 with <c>Allow</c>, behind the matching middleware.</summary>
    Options,

    /// <summary>The path has a control character or a dot segment: 400 before any layer.</summary>
    BadPath,

    /// <summary>Matching itself fails, because a regular expression hit its time limit: <c>OnError</c> answers, and no layer runs.</summary>
    Error,
}
