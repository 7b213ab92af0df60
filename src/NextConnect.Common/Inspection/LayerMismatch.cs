namespace NextConnect;

/// <summary>Says why a layer does not match a request.</summary>
public enum LayerMismatch
{
    /// <summary>It matches.</summary>
    None,

    /// <summary>It is for another method.</summary>
    Method,

    /// <summary>A segment of its pattern does not match the path, or the path continues after the pattern.</summary>
    Path,

    /// <summary>Its regular expression does not match.</summary>
    Regex,

    /// <summary>Its regular expression exceeded its time limit: the request fails.</summary>
    RegexTimeout,

    /// <summary>It matches, but is middleware of an isolated router, of which no route matches.</summary>
    Isolated,

    /// <summary>The path is refused before any layer is tested.</summary>
    BadPath,
}
