using System.Collections.Frozen;

namespace NextConnect;

/// <summary>Headers that belong to one connection and are not passed on (RFC 9110 §7.6.1).</summary>
internal static class HopByHopHeaders
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade");

    /// <summary>Returns whether a header is a known one. What a client's <c>Connection</c> header names is kept: it must not hide a cookie.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Returns whether a header is a known one, or one that the message's <c>Connection</c> header lists.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="connection">The <c>Connection</c> header, its lines joined by commas.</param>
    public static bool Contains(string name, ReadOnlySpan<char> connection)
    {
        if (Names.Contains(name))
            return true;
        foreach (var range in connection.Split(','))
        {
            if (connection[range].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
