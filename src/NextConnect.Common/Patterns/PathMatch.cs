namespace NextConnect;

/// <summary>How much of a path a layer matches.</summary>
internal enum PathMatch
{
    /// <summary>The whole path, and one trailing slash.</summary>
    Exact,

    /// <summary>The beginning of the path, up to a segment border.</summary>
    Prefix,

    /// <summary>Every request, even one without a path.</summary>
    Everything,
}
