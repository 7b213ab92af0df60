using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>One registration of a router that is described as data.</summary>
/// <param name="Kind"><c>use</c> or <c>add</c>.</param>
/// <param name="Fns">What was registered; a list of several equals one registration each.</param>
/// <param name="Base">The base path of <c>use</c>; null when omitted.</param>
/// <param name="Method">The method of <c>add</c>; empty for all.</param>
/// <param name="Pattern">The pattern of <c>add</c>; null when omitted.</param>
public sealed record RouterEntry(string Kind, IReadOnlyList<RouterMember> Fns, string? Base = null, string? Method = null, string? Pattern = null)
{
    /// <summary>Gets a regular expression that stands in for the pattern; never in upstream's file.</summary>
    [JsonIgnore]
    public Regex? Expression { get; init; }

    [JsonIgnore]
    public bool IsMiddleware => Kind == "use";

    /// <summary>Gets the base path or pattern; null when omitted.</summary>
    [JsonIgnore]
    public string? Text => IsMiddleware ? Base : Pattern;

    public static RouterEntry Use(string? basePath, params IReadOnlyList<RouterMember> members) => new("use", members, Base: basePath);

    public static RouterEntry Add(string method, string? pattern, params IReadOnlyList<RouterMember> members) =>
        new("add", members, Method: method, Pattern: pattern);
}
