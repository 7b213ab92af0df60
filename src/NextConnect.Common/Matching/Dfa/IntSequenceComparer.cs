namespace NextConnect;

/// <summary>Compares arrays of numbers by content.</summary>
internal sealed class IntSequenceComparer : IEqualityComparer<int[]>
{
    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes<int>(obj));
        return hash.ToHashCode();
    }
}
