namespace NextConnect;

/// <summary>One segment in its pattern, for messages that point into the pattern.</summary>
internal readonly ref struct SegmentText(string pattern, int start, int end)
{
    public ReadOnlySpan<char> Value => pattern.AsSpan(start, end - start);

    public ArgumentException Error(int offset, string what, string instead) =>
        new($"Route pattern '{pattern}', position {start + offset}: {what}. {instead}.");
}
