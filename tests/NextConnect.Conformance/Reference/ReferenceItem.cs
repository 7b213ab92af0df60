namespace NextConnect.Conformance;

/// <summary>
/// One item of a pattern, as the reference reads it: <c>text</c>, <c>:name</c>, <c>:name?</c>, <c>:name.ending</c>, <c>*</c>, <c>*?</c>, <c>*name</c>.
/// </summary>
internal sealed record ReferenceItem(char Kind, string Text, bool IsOptional, string[] Endings)
{
    public bool CanBeAbsent => IsOptional && Endings.Length == 0;

    public static ReferenceItem[] Read(string pattern) =>
        [.. pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(ReadItem)];

    private static ReferenceItem ReadItem(string text)
    {
        if (text[0] is not (':' or '*'))
            return new('=', text, false, []);

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? text : text[..dot];
        var isOptional = name.EndsWith('?');
        var key = name[0] == '*' && name.TrimEnd('?') == "*" ? "*" : name[1..].TrimEnd('?');
        return new(text[0], key, isOptional, dot < 0 ? [] : [.. Alternatives(text[dot..]).OrderByDescending(ending => ending.Length)]);
    }

    private static IEnumerable<string> Alternatives(string ending) =>
        ending.Split('(', ')') is [var before, var inner, var after] ? inner.Split('|').Select(alternative => before + alternative + after) : [ending];

    /// <summary>Reads the value of a parameter from one path segment; false when the segment does not fit.</summary>
    public bool TryRead(string segment, out string? value)
    {
        value = segment;
        if (Endings.Length == 0)
            return segment.Length > 0;

        var ending = Array.Find(Endings, ending =>
            segment.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (IsOptional || segment.Length > ending.Length));
        value = ending is null || ending.Length == segment.Length ? null : segment[..^ending.Length];
        return ending is not null;
    }
}
