using System.Numerics;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>
/// Finds all layers that match a path in one walk over its segments, however many routes there are. A state stands for all places that the path may have
/// reached in all patterns, so each segment is read once. <see cref="DfaBuilder"/> makes states when a request first needs them, up to a limit; beyond it, the
/// layers that the walk has not excluded are tested one by one.
/// </summary>
internal sealed class RouteDfa
{
    private readonly RouteLayer[] _layers;
    private readonly DfaBuilder _states;
    private readonly DfaState _root;
    private readonly string[] _methods;

    /// <param name="layers">The layers, in order.</param>
    /// <param name="stateLimit">The greatest number of states; null to derive it from the table.</param>
    public RouteDfa(RouteLayer[] layers, int? stateLimit = null)
    {
        _layers = layers;
        _states = new(layers, stateLimit);
        _root = _states.Root;
        _methods = _states.Methods;
    }

    /// <inheritdoc cref="DfaBuilder.Count"/>
    public int StateCount => _states.Count;

    /// <inheritdoc cref="DfaBuilder.Limit"/>
    public int StateLimit => _states.Limit;

    /// <summary>Finds the layers that match.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path.</param>
    /// <param name="slashes">The path's <see cref="SlashMask"/>.</param>
    public MatchedLayers Find(string method, string path, ulong slashes)
    {
        var set = FindCandidates(MethodIndex(method), method, path, slashes & ~1ul);
        return set.HasConditions ? Keep(set, path) : set;
    }

    private MatchedLayers FindCandidates(int method, string requestMethod, string path, ulong slashes)
    {
        if (path.Length == 0)
            return SetOf(_root, method, hasTrailingSlash: false);
        if (path[0] != '/')
            return _states.Pathless[method];

        var state = _root;
        for (var start = 1; ;)
        {
            if (start == path.Length)
                return SetOf(state, method, hasTrailingSlash: true);
            if (state.IsLast)
                return SetOf(state, method, hasTrailingSlash: false);

            var end = slashes != 0 ? BitOperations.TrailingZeroCount(slashes) : SlashMask.NextBeyond(path, start);
            slashes &= slashes - 1;
            if (Next(state, path.AsSpan(start, end - start)) is not { } next)
                return FindAmongOpen(state, requestMethod, path, start);
            state = next;
            if (end == path.Length)
                return SetOf(state, method, hasTrailingSlash: false);
            start = end + 1;
        }
    }

    /// <summary>Returns the state after a segment; null at a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DfaState? Next(DfaState state, ReadOnlySpan<char> segment)
    {
        if (state.Literals is { } literals)
        {
            ref var known = ref literals.Find(segment);
            if (!Unsafe.IsNullRef(ref known))
                return Volatile.Read(ref known) ?? _states.MakeNext(state, segment, ref known);
        }
        if (!segment.IsEmpty && !state.HasSuffixes)
            return Volatile.Read(ref state.Other) ?? _states.MakeNext(state, segment, ref state.Other);
        return NextByEnding(state, segment);
    }

    private DfaState? NextByEnding(DfaState state, ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty)
            return Volatile.Read(ref state.Empty) ?? _states.MakeNext(state, segment, ref state.Empty);

        var (endings, bit) = (0ul, 0);
        foreach (var node in state.Nodes)
        {
            foreach (var (suffixed, _) in node.Suffixed)
            {
                if (bit == 64)
                    return null; // one bit each: a state with more than 64 endings goes the slow way
                endings |= suffixed.Accepts(segment) ? 1ul << bit : 0;
                bit++;
            }
        }
        foreach (var (known, next) in Volatile.Read(ref state.OtherByEndings))
        {
            if (known == endings)
                return next;
        }
        return _states.MakeNext(state, segment, endings);
    }

    private MatchedLayers SetOf(DfaState state, int method, bool hasTrailingSlash)
    {
        ref var place = ref state.Sets[(2 * method) + (hasTrailingSlash ? 1 : 0)];
        return Volatile.Read(ref place) ?? _states.MakeSet(state, method, hasTrailingSlash, ref place);
    }

    /// <summary>The slow way, at the limit of states or endings: tests the layers that the walk has not excluded, in order.</summary>
    /// <param name="state">Where the walk has ended.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path.</param>
    /// <param name="start">Where the first segment begins that the walk has not read.</param>
    private MatchedLayers FindAmongOpen(DfaState state, string method, string path, int start)
    {
        var open = _layers.Length <= 1_024 ? stackalloc ulong[1_024 / 64] : new ulong[(_layers.Length + 63) / 64];
        foreach (var index in state.Matched)
            open[index >> 6] |= 1ul << index;
        foreach (var node in state.Nodes)
        {
            foreach (var index in node.LayersFromHere)
                open[index >> 6] |= 1ul << index;
        }

        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var walked = path.AsSpan(0, start).Count('/') - 1;
        var found = new List<int>();
        for (var word = 0; word < open.Length; word++)
        {
            for (var bits = open[word]; bits != 0; bits &= bits - 1)
            {
                var index = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_layers[index].Accepts(method) && _layers[index].Path.TryMatch(segments, null, walked))
                    found.Add(index);
            }
        }
        return SetOf(found);
    }

    /// <summary>Drops the layers whose regular expression does not match.</summary>
    private MatchedLayers Keep(MatchedLayers candidates, string path)
    {
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var kept = new List<int>(candidates.Candidates.Length);
        foreach (var index in candidates.Candidates)
        {
            if (_layers[index].Path.Regex is null || _layers[index].Path.TryMatch(segments, null))
                kept.Add(index);
        }
        return kept.Count == candidates.Candidates.Length ? candidates : SetOf(kept);
    }

    private MatchedLayers SetOf(List<int> layers) => new(_layers, [.. layers]);

    /// <summary>Returns a method's index; the one after the last for a method that no layer names.</summary>
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
}
