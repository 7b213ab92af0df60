using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>Makes the message of an ASP.NET Core request. Nothing is buffered; the body is read when a handler reads it.</summary>
internal static class EdgeRequestReader
{
    private static readonly HttpRequestOptionsKey<HttpContext> ContextKey = new("NextConnect.HttpContext");

    /// <param name="context">The request.</param>
    /// <param name="pathBase">The beginning of the path that is not matched.</param>
    /// <param name="path">What is matched.</param>
    public static HttpRequestMessage Read(HttpContext context, PathString pathBase, PathString path)
    {
        var source = context.Request;
        var req = new HttpRequestMessage(MethodOf(source.Method), UriOf(source, pathBase, path)) { Version = VersionOf(source.Protocol) };
        req.Options.Set(ContextKey, context);
        EdgePath.Set(req, path.Value ?? "");
        EdgeRouteValues.CopyTo(req, source.RouteValues);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false)
            req.Content = new StreamContent(source.Body);
        CopyHeaders(source, req);
        return req;
    }

    public static HttpContext ContextOf(HttpRequestMessage req) => req.Options.TryGetValue(ContextKey, out var context)
        ? context
        : throw new InvalidOperationException("The request was not made by this host.");

    private static void CopyHeaders(HttpRequest source, HttpRequestMessage req)
    {
        var connection = source.Headers.Connection.ToString();
        foreach (var (name, values) in source.Headers)
        {
            if (HopByHopHeaders.Contains(name, connection))
                continue;
            string?[] all = values!;
            if (!req.Headers.TryAddWithoutValidation(name, all))
                (req.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, all);
        }
    }

    /// <summary>Unlike <see cref="HttpMethod.Parse"/>, keeps the case: <c>get</c> is not <c>GET</c>.</summary>
    private static HttpMethod MethodOf(string method) => method switch
    {
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        "PUT" => HttpMethod.Put,
        "DELETE" => HttpMethod.Delete,
        "PATCH" => HttpMethod.Patch,
        "HEAD" => HttpMethod.Head,
        "OPTIONS" => HttpMethod.Options,
        "TRACE" => HttpMethod.Trace,
        _ => new HttpMethod(method),
    };

    private static Version VersionOf(string protocol) =>
        HttpProtocol.IsHttp2(protocol) ? System.Net.HttpVersion.Version20
        : HttpProtocol.IsHttp3(protocol) ? System.Net.HttpVersion.Version30
        : HttpProtocol.IsHttp10(protocol) ? System.Net.HttpVersion.Version10
        : System.Net.HttpVersion.Version11;

    /// <summary>The URI is for handlers to read; routing does not look at it. A Host header that is no authority is replaced by <c>localhost</c>.</summary>
    private static Uri UriOf(HttpRequest source, PathString pathBase, PathString path)
    {
        var target = EncodedPath(pathBase) + EncodedPath(path) + source.QueryString.ToUriComponent();
        var host = source.Headers.Host.ToString();
        return host.AsSpan().IndexOfAny("/\\?#@") < 0 && Uri.TryCreate($"{source.Scheme}://{host}{target}", UriKind.Absolute, out var uri)
            ? uri
            : new Uri($"{source.Scheme}://localhost{target}");
    }

    /// <summary>Encodes so that one decoding gives the same path: <c>%</c> is encoded too, except where the server kept <c>%2F</c>.</summary>
    private static string EncodedPath(PathString path)
    {
        var text = path.Value ?? "";
        if (text.Contains('%', StringComparison.Ordinal))
            text = text.Replace("%", "%25", StringComparison.Ordinal).Replace("%252F", "%2F", StringComparison.OrdinalIgnoreCase);
        return text.StartsWith('/') ? new PathString(text).ToUriComponent() : "";
    }
}
