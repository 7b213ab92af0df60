namespace NextConnect;

/// <summary>Parses the text of a route pattern into segments, and explains what is wrong with a malformed one.</summary>
internal static class RoutePatternParser
{
    private const string UseRegex = "To restrict a parameter use a Regex with a named group, such as new Regex(@\"^/users/(?<id>[0-9]+)/?\\z\")";

    public static PatternSegment[] Parse(string text)
    {
        var segments = new List<PatternSegment>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = text.StartsWith('/') ? 1 : 0;
        while (start < text.Length)
        {
            var slash = text.IndexOf('/', start);
            var end = slash < 0 ? text.Length : slash;
            var source = new SegmentText(text, start, end);
            segments.Add(ParseSegment(source));
            RefuseDuplicateName(source, segments[^1], names);
            start = end + 1;
        }
        return [.. segments];
    }

    private static PatternSegment ParseSegment(SegmentText source)
    {
        var text = source.Value;
        if (text.IsEmpty)
            throw source.Error(0, "a segment is empty", "Write one slash between segments");
        if (text is "." or "..")
            throw source.Error(0, $"no path has a '{text}' segment: servers resolve it", "Write the resolved path");

        return text[0] switch
        {
            '*' => Wildcard(source, 1, text.Length),
            ':' => Parameter(source, 1, FirstOf(text, '?', '.')),
            '[' when text.StartsWith("[[...") && text.EndsWith("]]") => Wildcard(source, 5, text.Length - 2, isOptional: true),
            '[' when text.StartsWith("[...") && text.EndsWith(']') => Wildcard(source, 4, text.Length - 1),
            '[' when text.Contains(']') => Bracketed(source, text.IndexOf(']')),
            '{' when text.StartsWith("{**") && text.EndsWith('}') => Wildcard(source, 3, text.Length - 1, isOptional: true),
            '{' when text.StartsWith("{*") && text.EndsWith('}') => Wildcard(source, 2, text.Length - 1, isOptional: true),
            '{' when text.Contains('}') => Bracketed(source, text.IndexOf('}')),
            _ => Literal(source),
        };
    }

    private static PatternSegment Literal(SegmentText source)
    {
        PatternCharacters.Check(source, 0);
        return new(SegmentKind.Literal, source.Value.ToString());
    }

    /// <summary><c>*</c>, <c>*?</c>, <c>*name</c> and the spellings with brackets.</summary>
    private static PatternSegment Wildcard(SegmentText source, int start, int end, bool isOptional = false)
    {
        var name = source.Value[start..end];
        if (!isOptional && name.EndsWith('?'))
        {
            isOptional = true;
            name = name[..^1];
        }
        var key = name.IsEmpty && start == 1 ? RouteParams.WildcardKey : CheckedName(source, start, name);
        return new(SegmentKind.Wildcard, key) { IsOptional = isOptional };
    }

    /// <summary><c>[id]</c>, <c>{id}</c> and <c>{id?}</c>, with an ending or without.</summary>
    private static PatternSegment Bracketed(SegmentText source, int close)
    {
        var isOptional = source.Value[close - 1] == '?';
        return ParameterWithEnding(source, 1, isOptional ? close - 1 : close, close + 1, isOptional);
    }

    /// <summary><c>:id</c>, <c>:id?</c>, <c>:file.ext</c>, <c>:id?.ext</c>.</summary>
    private static PatternSegment Parameter(SegmentText source, int start, int end)
    {
        var isOptional = end < source.Value.Length && source.Value[end] == '?';
        return ParameterWithEnding(source, start, end, isOptional ? end + 1 : end, isOptional);
    }

    private static PatternSegment ParameterWithEnding(SegmentText source, int start, int end, int endingStart, bool isOptional)
    {
        var name = CheckedName(source, start, source.Value[start..end]);
        string[] suffixes = endingStart == source.Value.Length ? [] : Suffixes(source, endingStart);
        return new(SegmentKind.Parameter, name)
        {
            IsOptional = isOptional,
            FirstSuffix = suffixes is [var first, ..] ? first : "",
            Suffixes = [.. suffixes.OrderByDescending(suffix => suffix.Length)],
        };
    }

    /// <summary>Expands <c>.(mp4|mov)</c> into <c>.mp4</c> and <c>.mov</c>.</summary>
    private static string[] Suffixes(SegmentText source, int start)
    {
        var ending = source.Value[start..];
        if (ending[0] != '.')
        {
            throw source.Error(
                start, $"'{ending}' cannot follow a parameter", "A parameter is a whole segment, or ends with a dot and an extension, as in ':file.mp4'");
        }
        PatternCharacters.Check(source, start);
        PatternCharacters.RefuseSecondParameter(source, start);

        var open = ending.IndexOf('(');
        var close = ending.IndexOf(')');
        if (open < 0 && close < 0)
            return [ending.ToString()];
        if (open < 0 || close < open || ending[(open + 1)..].Contains('(') || ending[(close + 1)..].Contains(')'))
            throw source.Error(start, "the alternatives of an extension need one pair of parentheses", "Write ':file.(mp4|mov)'");

        var (before, after) = (ending[..open].ToString(), ending[(close + 1)..].ToString());
        var alternatives = ending[(open + 1)..close].ToString().Split('|');
        if (alternatives.Contains(""))
            throw source.Error(start + open, "an alternative of the extension is empty", "Write ':file.(mp4|mov)'");
        return [.. alternatives.Select(alternative => before + alternative + after)];
    }

    private static string CheckedName(SegmentText source, int start, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            throw source.Error(start, "a parameter has no name", "Write ':id', '[id]' or '{id}'");
        if (char.IsAsciiDigit(name[0]) || name.ContainsAnyExcept(PatternCharacters.OfNames))
        {
            throw source.Error(start, $"'{name}' is not a parameter name", name.IndexOfAny("(:<{\\") >= 0
                ? $"A segment holds one parameter and no constraint. {UseRegex}"
                : "A name has letters A to Z, digits and underscores, and does not start with a digit");
        }
        return name.ToString();
    }

    /// <summary>The bare wildcard may repeat, and its last value wins (regexparam); a name may not.</summary>
    private static void RefuseDuplicateName(SegmentText source, PatternSegment segment, HashSet<string> names)
    {
        if (segment.Kind != SegmentKind.Literal && segment.Text != RouteParams.WildcardKey && !names.Add(segment.Text))
            throw source.Error(0, $"the name '{segment.Text}' is used twice", "Give each parameter its own name");
    }

    private static int FirstOf(ReadOnlySpan<char> text, char one, char other)
    {
        var index = text.IndexOfAny(one, other);
        return index < 0 ? text.Length : index;
    }
}
