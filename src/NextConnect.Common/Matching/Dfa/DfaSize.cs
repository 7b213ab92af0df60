namespace NextConnect;

/// <summary>
/// Counts, roughly, the bytes that the states and sets of a <see cref="RouteDfa"/> take, up to a limit that depends on the table, never on the traffic.
/// </summary>
internal sealed class DfaSize(long limit)
{
    /// <summary>The size of a literal's entry in a table that grows with use.</summary>
    public const int OfLiteral = 100;

    /// <summary>The size of an entry for segments with certain endings.</summary>
    public const int OfEndings = 16;

    private const int Free = 256 << 10;
    private const int PerCharacter = 128;
    private const int PerLayer = 16 * PerCharacter;

    private volatile bool _isFull;

    public long Bytes { get; private set; }

    /// <summary>Gets whether something has not fitted: nothing is added after that.</summary>
    public bool IsFull => _isFull;

    /// <summary>Returns the limit of a table: what its text takes, times a constant. No table that people write comes near.</summary>
    public static long LimitOf(RouteLayer[] layers) => Free + layers.Sum(layer => (long)PerLayer + (PerCharacter * layer.Text.Length));

    public static int Of(DfaState state, bool hasOwnMatched) =>
        200 + (8 * state.Nodes.Length) + (hasOwnMatched ? 24 + (4 * state.Matched.Length) : 0) + (8 * state.Sets.Length);

    /// <summary>Returns the size of a set, with all that it makes of itself when it is used.</summary>
    public static int Of(MatchedLayers set) => 300 + (4 * set.Indexes.Length) + (48 * set.Steps.Length);

    /// <summary>Adds something new; false when it does not fit. One thread at a time.</summary>
    public bool TryAdd(int bytes)
    {
        if (_isFull || Bytes + bytes > limit)
            return !(_isFull = true);
        Bytes += bytes;
        return true;
    }
}
