namespace NextConnect;

/// <summary>
/// A path, split at its slashes. <c>/a/b/</c> has the segments <c>a</c>, <c>b</c> and an empty one, <c>/</c> one empty segment, the empty path none.
/// </summary>
internal readonly ref struct PathSegments
{
    /// <summary>The size of a buffer that is enough for most paths; longer ones allocate an array.</summary>
    public const int StackLimit = 32;

    private readonly ReadOnlySpan<int> _starts;

    public PathSegments(string path, Span<int> buffer)
    {
        Path = path;
        IsPathless = path.Length == 0 || path[0] != '/';
        Count = IsPathless ? 0 : path.AsSpan().Count('/');
        var starts = Count < buffer.Length ? buffer[..(Count + 1)] : new int[Count + 1];
        for (int i = 0, start = 1; i < Count; i++)
        {
            starts[i] = start;
            start += path.AsSpan(start).IndexOf('/') + 1;
        }
        starts[Count] = path.Length + 1;
        _starts = starts;
    }

    public string Path { get; }

    /// <summary>Gets the number of segments, empty ones included.</summary>
    public int Count { get; }

    /// <summary>Gets whether there are no segments: the path is empty (<c>OPTIONS *</c>) or lacks a leading slash.</summary>
    public bool IsPathless { get; }

    public ReadOnlySpan<char> this[int index] => Path.AsSpan(_starts[index], _starts[index + 1] - 1 - _starts[index]);

    /// <summary>Returns where a segment starts and ends; after the last one, the end of the path.</summary>
    public (int Start, int End) Bounds(int index) => index == Count ? (Path.Length, Path.Length) : (_starts[index], _starts[index + 1] - 1);

    /// <summary>Returns whether segment <paramref name="index"/> is the empty one after a trailing slash.</summary>
    public bool IsTrailingSlash(int index) => index == Count - 1 && _starts[index] == Path.Length;

    /// <summary>Returns the text from one segment up to another, slashes between them included.</summary>
    public string Text(int from, int to) => from == to ? "" : Path[_starts[from]..(_starts[to] - 1)];

    /// <summary>Returns the path from a segment on, with a leading slash.</summary>
    public ReadOnlySpan<char> Rest(int from) => IsPathless ? Path : from == Count ? "/" : Path.AsSpan(_starts[from] - 1);
}
