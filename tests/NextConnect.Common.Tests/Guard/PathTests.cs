using System.Text.RegularExpressions;

namespace NextConnect.Common.Tests;

/// <summary>Ways to test a path: the shipped one, and ways that look right and are not.</summary>
internal static class PathTests
{
    public static Predicate<string> ShippedPrefix(string pattern)
    {
        var parsed = RoutePattern.Parse(pattern);
        return path => parsed.MatchPrefix(path) is not null;
    }

    public static Predicate<string> ShippedExact(string pattern)
    {
        var parsed = RoutePattern.Parse(pattern);
        return path => parsed.Match(path) is not null;
    }

    /// <summary>Patterns as expressions, word for word as in JavaScript.</summary>
    public static Predicate<string> RegexPrefix(string pattern) => Expression(pattern, @"(?=$|\/)").IsMatch;

    public static Predicate<string> RegexExact(string pattern) => Expression(pattern, @"\/?$").IsMatch;

    /// <summary>ASP.NET Core's rule for branches, which knows literals only; other guards are left out.</summary>
    public static Predicate<string> StartsWithSegments(string pattern) => path =>
        HasParameters(pattern)
        || pattern == "/"
        || (path.StartsWith(pattern, StringComparison.OrdinalIgnoreCase) && (path.Length == pattern.Length || path[pattern.Length] == '/'));

    /// <summary>The shipped guard, were it to mind the case of its literals.</summary>
    public static Predicate<string> CaseSensitivePrefix(string pattern)
    {
        var shipped = ShippedPrefix(pattern);
        return path => shipped(path) && (HasParameters(pattern) || path.StartsWith(pattern.TrimEnd('/'), StringComparison.Ordinal));
    }

    private static bool HasParameters(string pattern) => pattern.AsSpan().IndexOfAny(':', '*') >= 0;

    private static Regex Expression(string pattern, string end) => new(
        "^" + string.Concat(pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(SegmentExpression)) + end,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string SegmentExpression(string segment)
    {
        var dot = segment.IndexOf('.', StringComparison.Ordinal);
        return segment switch
        {
            ['*', .., '?'] => @"(?:\/(.*))?",
            ['*', ..] => @"\/(.*)",
            [':', ..] when dot >= 0 => @"\/([^\/]+?)" + (segment[dot - 1] == '?' ? "?" : "") + @"\" + segment[dot..],
            [':', .., '?'] => @"(?:\/([^\/]+?))?",
            [':', ..] => @"\/([^\/]+?)",
            _ => @"\/" + Regex.Escape(segment),
        };
    }
}
