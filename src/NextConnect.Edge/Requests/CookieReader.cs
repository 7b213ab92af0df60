namespace NextConnect;

/// <summary>
/// Reads Cookie headers (RFC 6265 §4.2.1). Values are returned as sent, whatever characters scripts have put into them: a strict reader would refuse all
/// requests of a browser that holds one such cookie. Only ambiguous headers are refused.
/// </summary>
internal static class CookieReader
{
    private const string Part = "Cookie header";

    public static NameValueList Read(HttpRequestMessage req)
    {
        List<KeyValuePair<string, string>> entries = [];
        if (req.Headers.NonValidated.TryGetValues("Cookie", out var headers))
        {
            foreach (var header in headers)
                Add(header, entries);
        }
        return new(entries);
    }

    private static void Add(string header, List<KeyValuePair<string, string>> entries)
    {
        if (header.Any(char.IsControl))
            throw new EdgeRequestException(Part, "A control character is not allowed.");

        foreach (var pair in header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new EdgeRequestException(Part, "A cookie is a name, an equals sign and a value.");
            entries.Add(new(pair[..equals].TrimEnd(), pair[(equals + 1)..].TrimStart()));
        }
    }
}
