using System.Numerics;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>
/// Finds all layers that match a path in one walk over its segments, however many routes there are. The walk goes from state to state; a state stands for all
/// the places that the path may have reached in all patterns at once, so each segment is looked at once. States are made when a request first
/// gets there, up to a limit that depends on the table alone; beyond it a request is matched layer by layer.
/// </summary>
internal sealed class RouteAutomaton
{
    private readonly RouteLayer[] _layers;
    private readonly Func<int[], object> _makeChain;
    private readonly string[] _methods;
    private readonly RouteState _root;
    private readonly RouteSet[] _pathless;

    private readonly Lock _building = new();
    private volatile bool _isFull; // no new transitions either: working out where one leads costs more than matching layer by layer
    private readonly Dictionary<int[], RouteState> _states = new(new IntSequenceComparer());
    private readonly Dictionary<int[], RouteSet> _sets = new(new IntSequenceComparer());

    /// <param name="layers">The layers, in order.</param>
    /// <param name="makeChain">Makes what the front end runs for some layers, given their places.</param>
    public RouteAutomaton(RouteLayer[] layers, Func<int[], object> makeChain)
    {
        _layers = layers;
        _makeChain = makeChain;
        _methods = [.. layers.Select(layer => layer.Method).OfType<string>().Append("HEAD").Distinct()];

        var start = new RouteNode(0);
        var nodeCount = 1;
        var everything = new List<int>();
        foreach (var (index, layer) in layers.Index())
            (layer.Path.Match == PathMatch.Everything ? everything : Place(start, layer.Path, ref nodeCount)).Add(index);

        StateLimit = 1_000 + (4 * nodeCount);
        var roots = new HashSet<RouteNode>();
        start.Enter(roots);
        _root = MakeState([.. roots.OrderBy(node => node.Id)], everything)!;
        var anywhere = everything.Concat(start.Prefix.Concat(start.Exact).Where(index => layers[index].Path.Regex is not null));
        _pathless = [.. Enumerable.Range(0, _methods.Length + 1).Select(method => MakeSet(anywhere, method))];
    }

    /// <summary>Gets the number of states made so far.</summary>
    public int StateCount => _states.Count;

    /// <summary>Gets the number of states that are never exceeded.</summary>
    public int StateLimit { get; }

    /// <summary>Finds the layers that match.</summary>
    public RouteSet Find(string method, string path)
    {
        var set = FindCandidates(MethodIndex(method), method, path);
        return set.HasConditions ? Keep(set.Indexes, path) : set;
    }

    private RouteSet FindCandidates(int method, string requestMethod, string path)
    {
        if (path.Length == 0)
            return SetOf(_root, method, hasTrailingSlash: false);
        if (path[0] != '/')
            return _pathless[method];

        var slashes = path.Length <= SlashMask.MaxLength ? SlashMask.Of(path) & ~1ul : 0;
        var isLong = path.Length > SlashMask.MaxLength;
        var state = _root;
        for (var start = 1; ;)
        {
            if (start == path.Length)
                return SetOf(state, method, hasTrailingSlash: true);
            if (state.IsLast)
                return SetOf(state, method, hasTrailingSlash: false);

            int end;
            if (isLong)
            {
                var slash = path.AsSpan(start).IndexOf('/');
                end = slash < 0 ? path.Length : start + slash;
            }
            else
            {
                end = slashes == 0 ? path.Length : BitOperations.TrailingZeroCount(slashes);
                slashes &= slashes - 1;
            }

            if (Next(state, path.AsSpan(start, end - start)) is not { } next)
                return FindByLayer(requestMethod, path);
            state = next;
            if (end == path.Length)
                return SetOf(state, method, hasTrailingSlash: false);
            start = end + 1;
        }
    }

    /// <summary>Returns the state behind a segment; null when there may be no more states.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RouteState? Next(RouteState state, ReadOnlySpan<char> segment)
    {
        if (state.Literals is { } literals)
        {
            ref var known = ref literals.Find(segment);
            if (!Unsafe.IsNullRef(ref known))
                return Volatile.Read(ref known) ?? MakeNext(state, segment, ref known);
        }
        if (!segment.IsEmpty && !state.HasSuffixes)
            return Volatile.Read(ref state.Other) ?? MakeNext(state, segment, ref state.Other);
        return NextByEnding(state, segment);
    }

    private RouteState? NextByEnding(RouteState state, ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty)
            return Volatile.Read(ref state.Empty) ?? MakeNext(state, segment, ref state.Empty);

        var (endings, bit) = (0ul, 0);
        foreach (var node in state.Nodes)
        {
            foreach (var (suffixed, _) in node.Suffixed)
            {
                if (bit == 64)
                    return null;
                endings |= suffixed.Accepts(segment) ? 1ul << bit : 0;
                bit++;
            }
        }
        foreach (var (known, next) in Volatile.Read(ref state.OtherByEndings))
        {
            if (known == endings)
                return next;
        }
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

    private RouteState? MakeNext(RouteState state, ReadOnlySpan<char> segment, ref RouteState? place)
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

    private RouteState? Step(RouteState state, ReadOnlySpan<char> segment) =>
        MakeState([.. Follow(state, segment).OrderBy(node => node.Id)], state.Matched);

    /// <summary>Returns the state of some nodes; null when it is new and there may be no more.</summary>
    private RouteState? MakeState(RouteNode[] nodes, IEnumerable<int> matchedBefore)
    {
        int[] matched = [.. matchedBefore.Concat(nodes.SelectMany(node => node.MatchesAnyRest)).Distinct().Order()];
        nodes = Array.FindAll(nodes, node => !node.IsLast);

        int[] key = [.. nodes.Select(node => node.Id), -1, .. matched];
        if (_states.TryGetValue(key, out var state))
            return state;
        _isFull = _states.Count == StateLimit;
        return _isFull ? null : _states[key] = new(nodes, matched, setCount: 2 * (_methods.Length + 1));
    }

    /// <summary>Follows every edge that takes a segment.</summary>
    private static HashSet<RouteNode> Follow(RouteState state, ReadOnlySpan<char> segment)
    {
        var reached = new HashSet<RouteNode>();
        foreach (var node in state.Nodes)
            node.Follow(segment, reached);
        return reached;
    }

    /// <summary>Follows every edge that takes the end of the path.</summary>
    private static HashSet<RouteNode> FollowEnd(RouteState state)
    {
        var reached = new HashSet<RouteNode>();
        foreach (var node in state.Nodes)
            node.MountedWildcard?.Enter(reached);
        return reached;
    }

    private RouteSet SetOf(RouteState state, int method, bool hasTrailingSlash)
    {
        ref var place = ref state.Sets[(2 * method) + (hasTrailingSlash ? 1 : 0)];
        return Volatile.Read(ref place) ?? MakeSet(state, method, hasTrailingSlash, ref place);
    }

    private RouteSet MakeSet(RouteState state, int method, bool hasTrailingSlash, ref RouteSet? place)
    {
        lock (_building)
        {
            var beyond = hasTrailingSlash ? Follow(state, "") : FollowEnd(state); // what takes the empty segment or the end itself
            var indexes = state.Matched.Concat(state.Nodes.SelectMany(node => node.Exact)).Concat(beyond.SelectMany(node => node.Prefix.Concat(node.Exact)));
            var set = MakeSet(indexes, method);
            Volatile.Write(ref place, set);
            return set;
        }
    }

    private RouteSet MakeSet(IEnumerable<int> indexes, int method)
    {
        var name = method < _methods.Length ? _methods[method] : null;
        int[] key = [.. indexes.Where(index => _layers[index].Accepts(name)).Distinct().Order()];
        return _sets.TryGetValue(key, out var set) ? set : _sets[key] = new(_layers, key, _makeChain(key));
    }

    /// <summary>Drops the layers whose regular expression does not match.</summary>
    private RouteSet Keep(int[] candidates, string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var kept = new List<int>(candidates.Length);
        foreach (var index in candidates)
        {
            if (_layers[index].Path.Regex is null || _layers[index].Path.TryMatch(segments, null))
                kept.Add(index);
        }
        int[] indexes = [.. kept];
        return new(_layers, indexes, _makeChain(indexes));
    }

    /// <summary>The plain way, for tables with more combinations than there may be states.</summary>
    public RouteSet FindByLayer(string method, string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var found = new List<int>();
        for (var i = 0; i < _layers.Length; i++)
        {
            if (_layers[i].Accepts(method) && _layers[i].Path.TryMatch(segments, null))
                found.Add(i);
        }
        int[] indexes = [.. found];
        return new(_layers, indexes, _makeChain(indexes));
    }

    /// <summary>Returns a method's place; the place behind the last for a method that no layer names.</summary>
    private int MethodIndex(string method)
    {
        var methods = _methods;
        for (var i = 0; i < methods.Length; i++)
        {
            if (method == methods[i])
                return i;
        }
        return methods.Length;
    }

    private static List<int> Place(RouteNode start, PathMatcher path, ref int nodeCount)
    {
        var node = start;
        foreach (var segment in path.Segments)
            node = node.Extend(segment, ref nodeCount);
        return path.Match == PathMatch.Exact && path.Regex is null ? node.Exact : node.Prefix;
    }
}
