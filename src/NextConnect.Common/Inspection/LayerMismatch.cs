namespace NextConnect;

/// <summary>Why a layer did not match a request.</summary>
public enum LayerMismatch
{
    /// <summary>It did match.</summary>
    None,

    /// <summary>It is for another method.</summary>
    Method,

    /// <summary>A segment of its pattern does not fit the path, or the path goes on behind the pattern.</summary>
    Path,

    /// <summary>Its regular expression does not match.</summary>
    Regex,

    /// <summary>Its regular expression hit its time limit: the request fails.</summary>
    RegexTimeout,

    /// <summary>The path is refused before any layer is looked at.</summary>
    BadPath,
}
