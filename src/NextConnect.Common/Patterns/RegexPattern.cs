using System.Text.RegularExpressions;

namespace NextConnect;

/// <summary>Prepares a user's regular expression for use as a pattern.</summary>
internal static class RegexPattern
{
    /// <summary>The limit for an expression without one: a guard that times out must fail, never be skipped.</summary>
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMilliseconds(50);

    public static Regex WithTimeLimit(Regex regex) =>
        regex.MatchTimeout == Regex.InfiniteMatchTimeout ? new Regex(regex.ToString(), regex.Options, DefaultTimeLimit) : regex;

    /// <summary>Adds the named groups of a match; unnamed groups carry only a number and are dropped (trouter).</summary>
    public static void AddNamedGroups(Regex regex, Match match, RouteParamsBuilder values)
    {
        foreach (var name in NamesOf(regex))
            values.Set(name, match.Groups[name] is { Success: true } group ? group.Value : null);
    }

    public static IEnumerable<string> NamesOf(Regex regex) => regex.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]));
}
