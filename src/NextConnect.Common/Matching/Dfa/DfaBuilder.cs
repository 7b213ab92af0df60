using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>
/// Makes the states of a <see cref="RouteDfa"/> from the graph of all patterns. A lock serialises construction; states are published complete.
/// </summary>
internal sealed class DfaBuilder
{
    private readonly RouteLayer[] _layers;
    private readonly PatternGraph _graph;
    private readonly Lock _building = new();
    private readonly HashSet<DfaState> _states = new(new DfaStateComparer());
    private readonly Dictionary<int[], MatchedLayers> _sets = new(new IntSequenceComparer());
    private readonly DfaSize _size;
    private int _spareLiterals;

    /// <param name="layers">The layers, in order.</param>
    /// <param name="limit">The greatest size; null to derive it from the table.</param>
    public DfaBuilder(RouteLayer[] layers, long? limit)
    {
        _layers = layers;
        _graph = new(layers);
        _size = new(limit ?? DfaSize.LimitOf(layers));
        _spareLiterals = 1_000 + (2 * _graph.LiteralCount);
        Methods = [.. layers.Select(layer => layer.Method).OfType<string>().Append("HEAD").Distinct()];

        var walk = new GraphWalk(_graph, [], _graph.Everything, stackalloc ulong[GraphWalk.StackLimit]);
        walk.Begin();
        Root = Complete(NewState(walk.ToNodes(), walk.Matched.ToArray()));
        // A path without a leading slash has no segments: it can match only a Regex, and only one without a base path, whose node is the start.
        var anywhere = _graph.Start.Prefix.Concat(_graph.Start.Exact).Where(index => layers[index].Path.Regex is not null);
        Pathless = NewState([], [.. _graph.Everything.Concat(anywhere).Order()]);
    }

    /// <summary>Gets the size of all states and sets.</summary>
    public DfaSize Size => _size;

    /// <summary>Gets the state in which every walk begins.</summary>
    public DfaState Root { get; }

    /// <summary>Gets the state of a path without a leading slash.</summary>
    public DfaState Pathless { get; }

    /// <summary>
    /// Gets the methods that layers name, and HEAD. The index after the last one means any other method, the next one all layers that name a method.
    /// </summary>
    public string[] Methods { get; }

    /// <summary>Makes the state after a segment; null at the limit.</summary>
    public DfaState? MakeNext(DfaState state, ReadOnlySpan<char> segment, ref DfaState? place)
    {
        if (_size.IsFull)
            return null;
        lock (_building)
        {
            var next = place ?? Step(state, segment);
            Volatile.Write(ref place, next);
            return next;
        }
    }

    /// <summary>Makes the state after a literal that the state's table lacks; null at the limit.</summary>
    public DfaState? MakeNext(DfaState state, string literal)
    {
        if (_size.IsFull)
            return null;
        lock (_building)
        {
            ref var known = ref state.Literals!.Find(literal);
            if (!Unsafe.IsNullRef(ref known))
                return known;
            var next = Step(state, literal);
            if (next is null || !_size.TryAdd(DfaSize.OfLiteral))
                return null;
            state.Literals.Add(literal, next);
            return next;
        }
    }

    /// <summary>Makes the state after segments with certain endings; null at the limit.</summary>
    public DfaState? MakeNext(DfaState state, ReadOnlySpan<char> segment, ulong endings)
    {
        if (_size.IsFull)
            return null;
        lock (_building)
        {
            var next = Step(state, segment);
            if (next is null || !_size.TryAdd(DfaSize.OfEndings))
                return null;
            Volatile.Write(ref state.OtherByEndings, [.. state.OtherByEndings, (endings, next)]);
            return next;
        }
    }

    /// <summary>Makes the set that a path matches when it ends in a state.</summary>
    public MatchedLayers MakeSet(DfaState state, int method, bool hasTrailingSlash, ref MatchedLayers? place)
    {
        var walk = new GraphWalk(_graph, state.Nodes, state.Matched, stackalloc ulong[GraphWalk.StackLimit]);
        walk.End(hasTrailingSlash);
        var indexes = Select(walk.Matched, method);
        if (_size.IsFull)
            return new(_layers, indexes);
        lock (_building)
        {
            if (!_sets.TryGetValue(indexes, out var set))
            {
                set = new(_layers, indexes);
                if (!_size.TryAdd(DfaSize.Of(set)))
                    return set;
                _sets.Add(indexes, set);
            }
            Volatile.Write(ref place, set);
            return set;
        }
    }

    /// <summary>Finds what a path matches without making states.</summary>
    /// <param name="state">The last state of the path.</param>
    /// <param name="method">The method's index.</param>
    /// <param name="path">The path.</param>
    /// <param name="start">Where the first segment begins after that state.</param>
    public MatchedLayers Walk(DfaState state, int method, string path, int start)
    {
        var walk = new GraphWalk(_graph, state.Nodes, state.Matched, stackalloc ulong[GraphWalk.StackLimit]);
        walk.Finish(path, start);
        return new(_layers, Select(walk.Matched, method));
    }

    private DfaState? Step(DfaState state, ReadOnlySpan<char> segment)
    {
        var walk = new GraphWalk(_graph, state.Nodes, state.Matched, stackalloc ulong[GraphWalk.StackLimit]);
        walk.Step(segment);
        var isSame = walk.Matched.Count == state.Matched.Length; // it only grows
        var next = NewState(walk.ToNodes(), isSame ? state.Matched : walk.Matched.ToArray());
        if (_states.TryGetValue(next, out var known))
            return known;
        return _size.TryAdd(DfaSize.Of(next, hasOwnMatched: !isSame)) ? Complete(next) : null;
    }

    private DfaState NewState(PatternNode[] nodes, int[] matched) => new(nodes, matched, setCount: 2 * (Methods.Length + 2));

    /// <summary>Adds a new state and its table of literals: a complete one as long as all of those together have about twice those of the patterns.</summary>
    private DfaState Complete(DfaState state)
    {
        _states.Add(state);
        var literals = state.Nodes.Sum(node => node.Literals?.Count ?? 0);
        if (literals == 0)
            return state;

        if (literals <= _spareLiterals)
        {
            state.Literals = LiteralTable.Of(state.Nodes.SelectMany(node => node.Literals?.Keys ?? Enumerable.Empty<string>()));
            _spareLiterals -= state.Literals.Count;
        }
        else
        {
            state.Literals = LiteralTable.Incomplete();
            state.OthersDiffer = true;
        }
        return state;
    }

    private int[] Select(BitSet layers, int method)
    {
        foreach (var index in layers)
        {
            if (!Accepts(_layers[index], method))
                layers.Remove(index);
        }
        return layers.ToArray();
    }

    private bool Accepts(RouteLayer layer, int method) =>
        method > Methods.Length ? layer.Method is not null : layer.Accepts(method < Methods.Length ? Methods[method] : null);
}
