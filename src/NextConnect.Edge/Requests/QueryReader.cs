using Microsoft.AspNetCore.WebUtilities;

namespace NextConnect;

/// <summary>Reads the query of a URI, absolute or relative.</summary>
internal static class QueryReader
{
    public static NameValueList Read(Uri? uri)
    {
        List<KeyValuePair<string, string>> entries = [];
        foreach (var pair in new QueryStringEnumerable(QueryOf(uri)))
            entries.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return new(entries);
    }

    private static string QueryOf(Uri? uri)
    {
        if (uri is null or { IsAbsoluteUri: true })
            return uri?.Query ?? "";

        var text = uri.OriginalString.Split('#')[0];
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? "" : text[mark..];
    }
}
