using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Responds with the page. The form sends its fields in the query, so that each explanation has its own URL.</summary>
internal sealed class RoutesPage(Func<IReadOnlyList<LayerInfo>> layers, Func<string, string, HandlerOptions?, RouteExplanation> explain)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (req, res) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(req.Method) && !HttpMethods.IsHead(req.Method))
        {
            res.Headers.Allow = "GET, HEAD";
            return NodeDefaultResponses.StatusAsync(res, StatusCodes.Status405MethodNotAllowed);
        }
        res.ContentType = "text/html; charset=utf-8";
        res.Headers.XContentTypeOptions = "nosniff";
        res.Headers.CacheControl = "no-store";
        res.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        var query = RoutesPageQuery.Read(req.Query);
        return res.WriteAsync(RoutesPageHtml.Render(layers(), query, Explain(query)), context.RequestAborted);
    }

    private RouteExplanation? Explain(RoutesPageQuery query) =>
        query.DecodedPath is { } path ? explain(query.Method, path, query.Options) : null;
}
