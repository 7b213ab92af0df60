using System.Net;

namespace NextConnect;

/// <summary>Makes the message of an <see cref="HttpListener"/> request. The path comes from the raw target: the listener's own URL is decoded and normalised in its own way.</summary>
internal static class ListenerRequest
{
    public static HttpRequestMessage Read(HttpListenerRequest source)
    {
        var target = TargetOf(source);
        var req = new HttpRequestMessage(new(source.HttpMethod), UriOf(source, target)) { Version = source.ProtocolVersion };
        var query = target.IndexOf('?', StringComparison.Ordinal);
        EdgePath.Set(req, target == "*" ? "" : RequestPath.Canonicalize(query < 0 ? target : target.AsSpan(0, query)));
        if (source.HasEntityBody)
            req.Content = new StreamContent(source.InputStream);
        CopyHeaders(source, req);
        return req;
    }

    private static void CopyHeaders(HttpListenerRequest source, HttpRequestMessage req)
    {
        var connection = source.Headers["Connection"] ?? "";
        for (var i = 0; i < source.Headers.Count; i++)
        {
            var name = source.Headers.GetKey(i)!;
            var values = source.Headers.GetValues(i) ?? [];
            if (HopByHopHeaders.Contains(name, connection))
                continue;
            if (!req.Headers.TryAddWithoutValidation(name, values))
                (req.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>Returns path and query as they were sent, of an absolute target too.</summary>
    private static string TargetOf(HttpListenerRequest source)
    {
        var target = source.RawUrl ?? "/";
        if (target.StartsWith('/') || target == "*")
            return target;
        var authority = target.IndexOf("://", StringComparison.Ordinal);
        var slash = authority < 0 ? -1 : target.IndexOf('/', authority + 3);
        return slash < 0 ? "/" : target[slash..];
    }

    private static Uri UriOf(HttpListenerRequest source, string target)
    {
        var path = target == "*" ? "/" : target;
        return Uri.TryCreate($"http://{source.UserHostName}{path}", UriKind.Absolute, out var uri) ? uri
            : Uri.TryCreate($"http://localhost{path}", UriKind.Absolute, out var local) ? local
            : new("http://localhost/");
    }
}
