using NextConnect;

namespace Snippets;

internal static class OptionsPage
{
    public static RequestDelegate Node(NodeRouter router)
    {
        var options = new NodeHandlerOptions
        {
            OnError = (error, req, res) =>
            {
                res.StatusCode = (error as BadHttpRequestException)?.StatusCode ?? 500;
                return res.SendAsync("Something broke");
            },
            HandleMethodNotAllowed = true,
        };
        var handler = router.Handler(options);

        return handler;
    }

    public static RequestDelegate Edge(EdgeRouter router)
    {
        var options = new EdgeHandlerOptions { OnNoMatch = (req, ctx) => Task.FromResult(EdgeResponse.NotFound()), HandleOptions = true };
        var handler = router.ToRequestDelegate(options);
        // GET /nope → 404

        return handler;
    }
}
