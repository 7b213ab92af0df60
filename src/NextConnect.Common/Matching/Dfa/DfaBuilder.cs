namespace NextConnect;

/// <summary>
/// Makes the states of a <see cref="RouteDfa"/> from the graph of all patterns. A lock serialises construction; states are published complete.
/// </summary>
internal sealed class DfaBuilder
{
    private readonly RouteLayer[] _layers;
    private readonly Lock _building = new();
    private readonly Dictionary<int[], DfaState> _states = new(new IntSequenceComparer());
    private readonly Dictionary<int[], MatchedLayers> _sets = new(new IntSequenceComparer());
    private volatile bool _isFull; // no new transitions either: computing one costs more than testing the layers

    /// <param name="layers">The layers, in order.</param>
    /// <param name="limit">The greatest number of states, at least one; null to derive it from the table.</param>
    public DfaBuilder(RouteLayer[] layers, int? limit)
    {
        _layers = layers;
        Methods = [.. layers.Select(layer => layer.Method).OfType<string>().Append("HEAD").Distinct()];

        var start = new PatternNode(0);
        var nodeCount = 1;
        var everything = new List<int>();
        foreach (var (index, layer) in layers.Index())
            (layer.Path.Match == PathMatch.Everything ? everything : Place(start, layer.Path, ref nodeCount)).Add(index);

        Limit = limit ?? 1_000 + (4 * nodeCount);
        var roots = new HashSet<PatternNode>();
        start.Enter(roots);
        Root = MakeState([.. roots.OrderBy(node => node.Id)], everything)!;
        // A path without a leading slash has no segments: it can match only a Regex, and only one without a base path, whose node is the start.
        var anywhere = everything.Concat(start.Prefix.Concat(start.Exact).Where(index => layers[index].Path.Regex is not null));
        Pathless = [.. Enumerable.Range(0, Methods.Length + 1).Select(method => MakeSet(anywhere, method))];
    }

    /// <summary>Gets the number of states so far.</summary>
    public int Count => _states.Count;

    /// <summary>Gets the greatest number of states. It depends on the table, not on the traffic.</summary>
    public int Limit { get; }

    /// <summary>Gets the state in which every walk begins.</summary>
    public DfaState Root { get; }

    /// <summary>Gets the methods that layers name, and HEAD; the index after the last one means any other method.</summary>
    public string[] Methods { get; }

    /// <summary>Gets, for each method, what a path without a leading slash matches.</summary>
    public MatchedLayers[] Pathless { get; }

    /// <summary>Makes the state after a segment; null at the limit.</summary>
    public DfaState? MakeNext(DfaState state, ReadOnlySpan<char> segment, ref DfaState? place)
    {
        if (_isFull)
            return null;
        lock (_building)
        {
            var next = place ?? Step(state, segment);
            Volatile.Write(ref place, next);
            return next;
        }
    }

    /// <summary>Makes the state after segments with certain endings; null at the limit.</summary>
    public DfaState? MakeNext(DfaState state, ReadOnlySpan<char> segment, ulong endings)
    {
        if (_isFull)
            return null;
        lock (_building)
        {
            var next = Step(state, segment);
            if (next is not null)
                Volatile.Write(ref state.OtherByEndings, [.. state.OtherByEndings, (endings, next)]);
            return next;
        }
    }

    /// <summary>Makes the set that a path matches when it ends in a state.</summary>
    public MatchedLayers MakeSet(DfaState state, int method, bool hasTrailingSlash, ref MatchedLayers? place)
    {
        lock (_building)
        {
            var beyond = hasTrailingSlash ? Follow(state, "") : FollowEnd(state);
            // Three sets: what matches whatever follows, what ends here, and what accepts the empty segment after the slash, or the end itself.
            var indexes = state.Matched.Concat(state.Nodes.SelectMany(node => node.Exact)).Concat(beyond.SelectMany(node => node.Prefix.Concat(node.Exact)));
            var set = MakeSet(indexes, method);
            Volatile.Write(ref place, set);
            return set;
        }
    }

    private MatchedLayers MakeSet(IEnumerable<int> indexes, int method)
    {
        var name = method < Methods.Length ? Methods[method] : null;
        int[] key = [.. indexes.Where(index => _layers[index].Accepts(name)).Distinct().Order()];
        return _sets.TryGetValue(key, out var set) ? set : _sets[key] = new(_layers, key);
    }

    private DfaState? Step(DfaState state, ReadOnlySpan<char> segment) =>
        MakeState([.. Follow(state, segment).OrderBy(node => node.Id)], state.Matched);

    /// <summary>Returns the state of a set of nodes; null when it is new and the limit is reached.</summary>
    private DfaState? MakeState(PatternNode[] nodes, IEnumerable<int> matchedBefore)
    {
        int[] matched = [.. matchedBefore.Concat(nodes.SelectMany(node => node.MatchesAnyRest)).Distinct().Order()];
        nodes = Array.FindAll(nodes, node => !node.IsLast);

        int[] key = [.. nodes.Select(node => node.Id), -1, .. matched];
        if (_states.TryGetValue(key, out var state))
            return state;
        _isFull = _states.Count == Limit;
        return _isFull ? null : _states[key] = new(nodes, matched, setCount: 2 * (Methods.Length + 1));
    }

    /// <summary>Follows every edge that accepts a segment.</summary>
    private static HashSet<PatternNode> Follow(DfaState state, ReadOnlySpan<char> segment)
    {
        var reached = new HashSet<PatternNode>();
        foreach (var node in state.Nodes)
            node.Follow(segment, reached);
        return reached;
    }

    /// <summary>Follows every edge that accepts the end of the path.</summary>
    private static HashSet<PatternNode> FollowEnd(DfaState state)
    {
        var reached = new HashSet<PatternNode>();
        foreach (var node in state.Nodes)
            node.MountedWildcard?.Enter(reached);
        return reached;
    }

    private static List<int> Place(PatternNode start, PathMatcher path, ref int nodeCount)
    {
        var node = start;
        foreach (var segment in path.Segments)
            node = node.Extend(segment, ref nodeCount);
        return path.Match == PathMatch.Exact && path.Regex is null ? node.Exact : node.Prefix;
    }
}
