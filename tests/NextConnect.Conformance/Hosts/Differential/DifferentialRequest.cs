using System.Text;

namespace NextConnect.Conformance.Hosts;

/// <summary>A request that every host receives.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="IsChunked">Whether its length is announced.</param>
/// <param name="Headers">The headers, of the body too.</param>
internal sealed record DifferentialRequest(string Method, string Target, string? Body, bool IsChunked, params (string Name, string Value)[] Headers)
{
    /// <summary>What no route handles, or only passes on: a router in a pipeline does not respond.</summary>
    public static readonly string[] Unhandled = ["//text", "/", "/none?x=1", "/mounted/5/none", "/next"];

    private static readonly string[] Targets =
    [
        "/text", "/html", "/xml", "/json", "/bytes", "/bare", "/mounted/5/none", "/params/7", "/params/7/x", "/params/a%2Fb/caf%C3%A9%20x",
        "/wild/a/b", "/wild/", "/query?q=1&q=2&e=%26", "/method", "/cookie", "/get-only", "/post-only", "/mounted/5", "/mounted/5/below", "/TEXT",
        "/text/", "//text", "/", "/none?x=1", "/status/200", "/status/201", "/status/204", "/status/205", "/status/206", "/status/299", "/status/301",
        "/status/304", "/status/400", "/status/404", "/status/418", "/status/500", "/status/503", "/status/599", "/status/0", "/status/100",
        "/status/101", "/status/199", "/status/600", "/304-length", "/reason", "/version", "/redirect", "/problem", "/not-found", "/cookies",
        "/response-cookies", "/many", "/empty-header", "/known", "/connection", "/content-headers", "/no-type", "/bad-header/x", "/length/5",
        "/length/abc", "/length/-1", "/length/05", "/length/5,5", "/lengths", "/stream", "/empty-stream", "/events", "/long-stream", "/long-bytes",
        "/file", "/unseekable", "/etag", "/cors", "/short", "/long", "/short-stream", "/long-stream-in-parts", "/trailers", "/echo", "/read",
        "/unread", "/json-in", "/form", "/limit/read", "/limit/echo", "/throw", "/throw-response", "/fault", "/null", "/early-error", "/late-error",
        "/next",
    ];

    /// <summary>Gets the whole table: every target with every method and kind of body, and headers where they matter.</summary>
    public static IEnumerable<DifferentialRequest> Table =>
    [
        .. Targets.SelectMany(target => (DifferentialRequest[])
        [
            new("GET", target, null, false),
            new("HEAD", target, null, false),
            new("OPTIONS", target, null, false),
            new("DELETE", target, null, false),
            new("POST", target, null, false),
            new("PURGE", target, null, false),
            new("POST", target, "hello", false, ("Content-Type", "text/plain")),
            new("PUT", target, "hello", true),
            new("PATCH", target, "", false),
            new("POST", target, "[1,2]", false, ("Content-Type", "application/json"), ("Content-Language", "de")),
            new("POST", target, "a=1&b=%C3%A9", false, ("Content-Type", "application/x-www-form-urlencoded")),
        ]),
        .. Several("/file", "Range", "bytes=2-4", "bytes=-3", "bytes=8-", "bytes=20-", "bytes=0-0,2-3", "bytes=x", "lines=1-2"),
        .. Several("/file", "If-None-Match", "\"v1\"", "\"v2\"", "*", "W/\"v1\""),
        .. Several("/file", "If-Modified-Since", "Fri, 02 Jan 2026 03:04:05 GMT", "Thu, 01 Jan 2026 00:00:00 GMT", "never"),
        .. Several("/etag", "If-None-Match", "*", "\"x\""),
        .. Several("/cookie", "Cookie", "a=1; b=2", "a=\"1\"", "a", "=1; b=2", "a=1;;b=%20"),
        .. Several("/text", "Accept", "text/html;q=0.5, */*", "x"),
        .. Several("/text", "Accept-Language", "de-AT, en;q=0.1"),
        .. Several("/text", "Authorization", "Bearer a.b.c", "odd"),
        .. Several("/text", "User-Agent", "Mozilla/5.0 (X11) x"),
        .. Several("/text", "X-Own", "a, b", "a;b=\"c,d\"", "  padded  "),
        .. Several("/text", "Referer", "/relative", "https://a.example/?q=1"),
        .. Several("/cors", "Origin", "https://a.example", "https://b.example", "null"),
        new("OPTIONS", "/cors", null, false, ("Origin", "https://a.example"), ("Access-Control-Request-Method", "GET")),
        new("OPTIONS", "/cors", null, false,
            ("Origin", "https://a.example"), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "x-a")),
        new("GET", "/text", null, false, ("X-Many", "one"), ("X-Many", "two")),
        new("GET", "/text", null, false, ("Connection", "X-Hop"), ("X-Hop", "1"), ("TE", "trailers")),
        .. ((string[])["/echo", "/read", "/unread", "/form", "/json-in", "/limit/read", "/limit/echo", "/throw"]).SelectMany(target => (DifferentialRequest[])
        [
            new("POST", target, new string('x', 300_000), false, ("Content-Type", "application/x-www-form-urlencoded")),
            new("POST", target, new string('x', 300_000), true, ("Content-Type", "application/x-www-form-urlencoded")),
        ]),
    ];

    public override string ToString() =>
        $"{Method} {Target}{(Body is null ? "" : $" with {Body.Length} bytes{(IsChunked ? " in chunks" : "")}")} {string.Join(' ', Headers)}";

    public HttpRequestMessage Create(Uri server, Version version, string id)
    {
        var request = new HttpRequestMessage(new(Method), new Uri(server.GetLeftPart(UriPartial.Authority) + Target))
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = Body is null ? null : CreateContent(Body),
        };
        request.Headers.Host = "in.memory";
        request.Headers.Add(SeenRequests.Id, id);
        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    private static IEnumerable<DifferentialRequest> Several(string target, string name, params string[] values) =>
        values.SelectMany(value => (DifferentialRequest[])[new("GET", target, null, false, (name, value)), new("HEAD", target, null, false, (name, value))]);

    private HttpContent CreateContent(string body) =>
        IsChunked ? PushContent.Of((Task.CompletedTask, body)) : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
}
