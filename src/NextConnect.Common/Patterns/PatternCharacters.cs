using System.Buffers;

namespace NextConnect;

/// <summary>Tells which characters may stand where in the text of a pattern.</summary>
internal static class PatternCharacters
{
    /// <summary>Gets the characters of a parameter's name; a digit does not start one.</summary>
    public static SearchValues<char> OfNames { get; } = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Refuses characters that would silently never match, or that come from another pattern language.</summary>
    public static void Check(SegmentText source, int start)
    {
        var text = source.Value;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*':
                    throw source.Error(i, "'*' is inside a segment", "A wildcard is a whole segment: write '/files/*'");
                case '?':
                    throw source.Error(
                        i, "'?' follows static text", "Only a parameter or wildcard is optional, as in ':id?' or '*?'; the query is not part of a path");
                case '[' or ']' or '{' or '}':
                    throw source.Error(i, $"'{text[i]}' is inside a segment", "Write a parameter as a whole segment: ':id', '[id]' or '{id}'");
                case '%' when IsEscape(text[i..]):
                    throw source.Error(
                        i,
                        $"'{text.Slice(i, 3)}' is an escape, and paths are matched decoded",
                        "Write the character itself; only '%2F' stays encoded in a path");
                case < ' ' or '\x7F':
                    throw source.Error(i, $"character U+{(int)text[i]:X4} never reaches a router", "Remove the control character");
            }
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]) && !text.StartsWith("%2F", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses <c>:from.:to</c>: the ending of a parameter is literal, so <c>:to</c> would never be a value.</summary>
    public static void RefuseSecondParameter(SegmentText source, int start)
    {
        var text = source.Value;
        for (var i = start; i < text.Length - 1; i++)
        {
            if (text[i] != ':' || char.IsAsciiDigit(text[i + 1]) || !OfNames.Contains(text[i + 1]))
                continue;
            var length = text[(i + 1)..].IndexOfAnyExcept(OfNames);
            throw source.Error(
                i,
                $"'{(length < 0 ? text[i..] : text.Slice(i, length + 1))}' is a second parameter, and a segment holds one",
                "Write a Regex with a named group for each, such as new Regex(@\"^/flights/(?<from>[^/.]+)\\.(?<to>[^/.]+)/?\\z\")");
        }
    }
}
