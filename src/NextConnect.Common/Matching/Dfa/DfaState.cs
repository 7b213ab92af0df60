namespace NextConnect;

/// <summary>
/// A state of the <see cref="RouteDfa"/>: the set of graph nodes that a path may have reached, and the layers it matches whatever follows. Next states, and the
/// sets of paths that end here, are filled in when a request first needs them.
/// </summary>
internal sealed class DfaState(PatternNode[] nodes, int[] matched, int setCount)
{
    /// <summary>The nodes reached, by number; empty when nothing that follows can change what matches.</summary>
    public readonly PatternNode[] Nodes = nodes;

    /// <summary>The layers that match whatever follows, in order.</summary>
    public readonly int[] Matched = matched;

    /// <summary>What a path that ends here matches: for each method, without and with a trailing slash.</summary>
    public readonly MatchedLayers?[] Sets = new MatchedLayers?[setCount];

    /// <summary>The next states by the literals that patterns have here; null without any.</summary>
    public LiteralTable? Literals;

    /// <summary>Whether segments that <see cref="Literals"/> lacks may lead to different states: by their endings, or because it lacks literals.</summary>
    public bool OthersDiffer = Array.Exists(nodes, node => node.Suffixed.Count > 0);

    /// <summary>The state after a segment that is no literal and has no ending that counts.</summary>
    public DfaState? Other;

    /// <summary>The state after an empty segment, as between two slashes.</summary>
    public DfaState? Empty;

    /// <summary>The states after other segments, by the endings that these match; the array is replaced as a whole.</summary>
    public (ulong Endings, DfaState State)[] OtherByEndings = [];

    public bool IsLast => Nodes.Length == 0;

    /// <summary>Returns the literal that a path segment is here; null for any other segment.</summary>
    public string? LiteralOf(ReadOnlySpan<char> segment)
    {
        foreach (var node in Nodes)
        {
            if (node.LiteralOf(segment) is { } literal)
                return literal;
        }
        return null;
    }
}
