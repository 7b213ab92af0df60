using System.Collections.Frozen;

namespace NextConnect;

/// <summary>The names of request headers that a response varies on (RFC 9110 §12.5.5).</summary>
internal static class VaryNames
{
    private static readonly FrozenSet<string> OfOneRequest = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Range", "If-Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

    public static string[] Split(string line) => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns whether a renewal receives the header too: not when it asks for a part of the response, or whether it has changed.</summary>
    public static bool IsRenewed(string name) => !OfOneRequest.Contains(name);

    /// <summary>Returns whether a key can hold the header: not <c>*</c>, what is no name, and what endpoints or renewals never receive.</summary>
    public static bool IsKnown(string name) =>
        name != "*" && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
        && !HopByHopHeaders.Contains(name) && IsRenewed(name);
}
