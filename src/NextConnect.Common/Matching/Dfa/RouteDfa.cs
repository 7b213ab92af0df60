using System.Numerics;
using System.Runtime.CompilerServices;

namespace NextConnect;

/// <summary>
/// Finds all layers that match a path in one walk over its segments, however many routes there are. A state stands for all places that the path may have
/// reached in all patterns, so each segment is read once. <see cref="DfaBuilder"/> makes states when a request first needs them, up to a limit; beyond it, the
/// walk continues through the patterns themselves.
/// </summary>
internal sealed class RouteDfa
{
    private readonly RouteLayer[] _layers;
    private readonly DfaBuilder _states;
    private readonly DfaState _root;
    private readonly string[] _methods;

    /// <param name="layers">The layers, in order.</param>
    /// <param name="sizeLimit">The greatest size of its states; null to derive it from the table.</param>
    public RouteDfa(RouteLayer[] layers, long? sizeLimit = null)
    {
        _layers = layers;
        _states = new(layers, sizeLimit);
        _root = _states.Root;
        _methods = _states.Methods;
    }

    /// <inheritdoc cref="DfaBuilder.Size"/>
    public DfaSize Size => _states.Size;

    /// <summary>Finds the layers that match.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path.</param>
    /// <param name="slashes">The path's <see cref="SlashMask"/>.</param>
    public MatchedLayers Find(string method, string path, ulong slashes) => Find(MethodIndex(method), path, slashes);

    /// <summary>Finds the layers that name a method and match a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="slashes">The path's <see cref="SlashMask"/>.</param>
    public MatchedLayers FindWithMethod(string path, ulong slashes) => Find(_methods.Length + 1, path, slashes);

    private MatchedLayers Find(int method, string path, ulong slashes)
    {
        var set = FindCandidates(method, path, slashes & ~1ul);
        return set.HasConditions ? Keep(set, path) : set;
    }

    private MatchedLayers FindCandidates(int method, string path, ulong slashes)
    {
        if (path.Length == 0)
            return SetOf(_root, method, hasTrailingSlash: false);
        if (path[0] != '/')
            return SetOf(_states.Pathless, method, hasTrailingSlash: false);

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
                return _states.Walk(state, method, path, start);
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
        return segment.IsEmpty || state.OthersDiffer ? NextAfterOther(state, segment) : Other(state, segment);
    }

    private DfaState? Other(DfaState state, ReadOnlySpan<char> segment) =>
        Volatile.Read(ref state.Other) ?? _states.MakeNext(state, segment, ref state.Other);

    private DfaState? NextAfterOther(DfaState state, ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty)
            return Volatile.Read(ref state.Empty) ?? _states.MakeNext(state, segment, ref state.Empty);
        if (state.Literals is { IsComplete: false } && state.LiteralOf(segment) is { } literal)
            return _states.MakeNext(state, literal);

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
        if (endings == 0)
            return Other(state, segment);
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
        return kept.Count == candidates.Candidates.Length ? candidates : new(_layers, [.. kept]);
    }

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
