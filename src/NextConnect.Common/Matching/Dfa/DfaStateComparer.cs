namespace NextConnect;

/// <summary>Compares states by what they stand for: their nodes, and the layers that match whatever follows.</summary>
internal sealed class DfaStateComparer : IEqualityComparer<DfaState>
{
    public bool Equals(DfaState? x, DfaState? y) => x!.Nodes.AsSpan().SequenceEqual(y!.Nodes) && x.Matched.AsSpan().SequenceEqual(y.Matched);

    public int GetHashCode(DfaState obj)
    {
        var hash = new HashCode();
        foreach (var node in obj.Nodes)
            hash.Add(node.Id);
        hash.Add(-1);
        foreach (var index in obj.Matched)
            hash.Add(index);
        return hash.ToHashCode();
    }
}
