namespace NextConnect.Package.Snippets;

internal static class HostingPage
{
    public static void Node(WebApplication app, NodeRouter router)
    {
        app.Map("/api", api => api.Run(router.Handler()));
        app.MapGet("/tenants/{tenant}/{*rest}", router.Handler());
        app.Run(router.Handler(new() { HandleMethodNotAllowed = true, HandleOptions = true }));
    }

    public static void Edge(NodeRouter router, EdgeRouter edge)
    {
        var served = edge.ToRequestDelegate();
        router.All("/edge/*", (req, res) => served(req.HttpContext));
    }

    public static void Errors(WebApplication app, NodeRouter router)
    {
        app.Run(router.Handler(new()
        {
            OnError = (error, req, res) =>
            {
                res.StatusCode = error is UnauthorizedAccessException ? 403 : 500;
                return res.WriteAsync(res.StatusCode == 403 ? "Not yours" : "Something broke");
            },
            OnNoMatch = (req, res) =>
            {
                res.StatusCode = 404;
                return res.WriteAsync("Nothing here");
            },
        }));
    }
}
