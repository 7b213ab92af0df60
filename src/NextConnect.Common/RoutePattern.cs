using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace NextConnect;

/// <summary>
/// Describes which paths a layer matches: text such as <c>/users/:id</c>, or a regular expression with named groups. Immutable; strings and
/// <see cref="System.Text.RegularExpressions.Regex"/> convert to it implicitly.
/// </summary>
/// <remarks>
/// <para>The text forms: <c>/static</c>, <c>:id</c>, <c>:id?</c>, <c>:file.ext</c>, <c>:file.(mp4|mov)</c>, <c>:id?.ext</c>, <c>*</c>, <c>*?</c>, <c>*rest</c>;
/// <c>[id]</c> and <c>{id}</c> are <c>:id</c>, <c>[...rest]</c> is <c>*rest</c>, <c>[[...rest]]</c> and <c>{*rest}</c> are <c>*rest?</c>.
/// Text compares ordinally, ignoring case; it is never interpreted as a regular expression.</para>
/// <para>Semantics: regexparam 3 and trouter 4. Paths are matched decoded, as <c>HttpRequest.Path</c> shows them.</para>
/// </remarks>
public sealed partial class RoutePattern
{
    private RoutePattern(string text, PatternSegment[] segments, Regex? regex)
    {
        Text = text;
        Segments = segments;
        Regex = regex;
    }

    /// <summary>Gets the pattern as it was written; for a regular expression, its source.</summary>
    public string Text { get; }

    /// <summary>Gets the segments of a text pattern; empty for a regular expression.</summary>
    internal PatternSegment[] Segments { get; }

    /// <summary>Gets the regular expression with its time limit; null for a text pattern.</summary>
    internal Regex? Regex { get; }

    /// <summary>Gets whether the pattern is empty: like an omitted one, it matches every request, even one without a path (next-connect).</summary>
    internal bool IsEverything => Text.Length == 0 && Regex is null;

    internal PathMatcher ExactMatcher => field ??= Matcher(PathMatch.Exact);

    internal PathMatcher PrefixMatcher => field ??= Matcher(PathMatch.Prefix);

    /// <summary>Parses a text pattern.</summary>
    /// <param name="text">The pattern, decoded; a missing leading slash is added. Empty: every path matches, as it does without a pattern.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentException">The text is malformed: the message names it, the position and what to write instead.</exception>
    public static RoutePattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, RoutePatternParser.Parse(text), null);
    }

    /// <summary>Parses a text pattern; see <see cref="Parse"/>.</summary>
    /// <param name="text">The pattern.</param>
    public static implicit operator RoutePattern(string text) => Parse(text);

    /// <summary>
    /// Makes a pattern of a regular expression. It is matched as it is: without <c>^</c> and <c>\z</c>, anywhere in the path. Its named groups become
    /// parameters.
    /// </summary>
    /// <param name="regex">The expression. Without a time limit it receives 50 ms per match. A match that exceeds the limit fails the request.</param>
    public static implicit operator RoutePattern([NotNull] Regex regex)
    {
        ArgumentNullException.ThrowIfNull(regex);
        return new(regex.ToString(), [], RegexPattern.WithTimeLimit(regex));
    }

    /// <summary>Matches a whole path; one trailing slash is allowed.</summary>
    /// <param name="path">A decoded path that starts with a slash, without query.</param>
    /// <returns>The parameters, or null when the path does not match.</returns>
    /// <exception cref="RegexMatchTimeoutException">The regular expression exceeded its time limit.</exception>
    public RouteParams? Match(string path) => Match(ExactMatcher, path);

    /// <summary>Matches the beginning of a path up to a segment border, as <c>Use</c> does.</summary>
    /// <param name="path">A decoded path that starts with a slash, without query.</param>
    /// <returns>The parameters, or null when the path does not match.</returns>
    /// <exception cref="RegexMatchTimeoutException">The regular expression exceeded its time limit.</exception>
    public RouteParams? MatchPrefix(string path) => Match(PrefixMatcher, path);

    /// <summary>Returns the pattern as it was written.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    private PathMatcher Matcher(PathMatch match) => IsEverything ? PathMatcher.Everything : new(Segments, Regex, match);

    private static RouteParams? Match(PathMatcher matcher, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = new PathSegments(path, stackalloc int[PathSegments.StackLimit]);
        var values = new RouteParamsBuilder();
        return matcher.TryMatch(in segments, values) ? values.Build() : null;
    }
}
