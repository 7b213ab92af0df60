using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

/// <summary>What a target reached: nothing (rejected), or the guards that ran and the handler that answered.</summary>
internal sealed record Reached(bool IsRejected, bool GlobalGuard, bool Guard, string Handler)
{
    public static Reached Rejected { get; } = new(true, false, false, "");
}

/// <summary>The same guards and handlers on both kinds of router: a guard for everything, a guard on /dashboard, and five handlers.</summary>
internal static class GuardedTable
{
    private static readonly string[] Patterns = ["/dashboard", "/dashboard/:id", "/dashboard/*", "/public/*"];

    public static NodeRouter Node()
    {
        var router = new NodeRouter().Use(Guard("x-global")).Use("/dashboard", Guard("x-guard"));
        foreach (var pattern in Patterns)
            router.All(pattern, (req, res) => Answer(res, pattern));
        return router.All((req, res) => Answer(res, "none"));

        static NodeHandler Guard(string header) => (req, res, next) =>
        {
            res.Headers[header] = "ran";
            res.Headers["x-under"] = req.Path.StartsWithSegments("/dashboard", StringComparison.OrdinalIgnoreCase) ? "yes" : "no";
            return next();
        };

        static Task Answer(HttpResponse res, string id)
        {
            res.Headers["x-handler"] = id;
            return Task.CompletedTask;
        }
    }

    public static EdgeRouter Edge()
    {
        var router = new EdgeRouter().Use(Guard("x-global")).Use("/dashboard", Guard("x-guard"));
        foreach (var pattern in Patterns)
            router.All(pattern, (req, ctx) => Answer(pattern));
        return router.All((req, ctx) => Answer("none"));

        static EdgeHandler Guard(string header) => async (req, ctx, next) =>
        {
            var response = await next();
            response.Headers.Add(header, "ran");
            return response;
        };

        static HttpResponseMessage Answer(string id)
        {
            var response = new HttpResponseMessage();
            response.Headers.Add("x-handler", id);
            return response;
        }
    }

    public static Reached Read(RawResponse response) => response["x-handler"] is [var handler]
        ? new(false, response["x-global"].Length > 0, response["x-guard"].Length > 0, handler)
        : Rejection(response.Status);

    public static Reached Read(HttpResponseMessage response) => response.Headers.TryGetValues("x-handler", out var handler)
        ? new(false, response.Headers.Contains("x-global"), response.Headers.Contains("x-guard"), handler.Single())
        : Rejection((int)response.StatusCode);

    private static Reached Rejection(int status)
    {
        status.ShouldBeOneOf(400, 405, 414);
        return Reached.Rejected;
    }
}
