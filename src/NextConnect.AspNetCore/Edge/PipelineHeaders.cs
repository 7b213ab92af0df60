using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace NextConnect;

/// <summary>Writes a router's headers to a response that middleware in front may have set headers of.</summary>
internal static class PipelineHeaders
{
    /// <summary>Headers whose values add up: each part of a pipeline says what it knows. Of all others, a response has one statement.</summary>
    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Link", "Server-Timing", "Set-Cookie", "Vary", "WWW-Authenticate");

    /// <summary>Replaces headers of the same name, or adds to them where values add up and the same one is not yet there.</summary>
    /// <param name="target">The headers of the response.</param>
    /// <param name="lines">The router's header lines, those of one name in a row.</param>
    public static void Replace(IHeaderDictionary target, IEnumerable<KeyValuePair<string, string>> lines)
    {
        var (current, front) = ("", StringValues.Empty);
        foreach (var (name, value) in lines)
        {
            if (name != current)
            {
                (current, front) = (name, Lists.Contains(name) ? target[name] : StringValues.Empty);
                target[name] = front;
            }
            if (front.Count == 0 || !front.Contains(value))
                target[name] = StringValues.Concat(target[name], value);
        }
    }
}
