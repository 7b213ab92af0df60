using System.Collections.Frozen;

namespace NextConnect;

/// <summary>
/// Reads Cookie headers (RFC 6265 §4.2.1). Values may hold whatever characters scripts have put into them, and cookies without a name are skipped: a strict
/// reader would refuse all requests of a browser that holds one such cookie. Only ambiguous headers are refused.
/// </summary>
internal static class CookieReader
{
    public static NameValueList Read(HttpRequestMessage req)
    {
        List<KeyValuePair<string, string>> entries = [];
        if (req.Headers.NonValidated.TryGetValues("Cookie", out var headers))
        {
            foreach (var header in headers)
                Add(header, entries);
        }
        foreach (var (name, value) in RequestState.Find(req)?.Cookies?.Values ?? FrozenDictionary<string, string?>.Empty)
        {
            entries.RemoveAll(entry => entry.Key == name);
            if (value is not null)
                entries.Add(new(name, value));
        }
        return new(entries);
    }

    private static void Add(string header, List<KeyValuePair<string, string>> entries)
    {
        if (header.Any(char.IsControl))
            throw new EdgeRequestException("Cookie header", "A control character is not allowed.");

        foreach (var pair in header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                entries.Add(new(pair[..equals].TrimEnd(), CookieValue.Decode(pair[(equals + 1)..].TrimStart())));
        }
    }
}
