using NextConnect;

namespace Snippets;

internal static class EdgeMiddlewarePage
{
    public static EdgeRouter Cors()
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Cors(new()
            {
                Origins = ["https://app.example.com"],
                AllowCredentials = true,
                ExposedHeaders = ["X-Total"],
                MaxAge = TimeSpan.FromMinutes(10),
            }))
            .Get("/users", (req, ctx) => EdgeResponse.Json(new[] { "Ada" }))
            .Post("/users", (req, ctx) => EdgeResponse.Empty());
        // GET /users (Origin: https://app.example.com) → 200 (Access-Control-Allow-Origin: https://app.example.com; Access-Control-Expose-Headers: X-Total)
        // GET /users (Origin: https://evil.example.com) → 200 (Vary: Origin; Access-Control-Allow-Origin: ) ["Ada"]
        // OPTIONS /users (Origin: https://app.example.com; Access-Control-Request-Method: POST) → 204 (Access-Control-Allow-Methods: GET, HEAD, POST)

        return router;
    }

    public static EdgeRouter CorsOfErrors()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.Cors(new() { Origins = ["https://app.example.com"] }));

        #region
        router.Get("/broken", (req, ctx) => throw new InvalidOperationException());
        // GET /broken (Origin: https://app.example.com) → 500 (Access-Control-Allow-Origin: https://app.example.com; Vary: Origin)
        // GET /nope (Origin: https://app.example.com) → 404 (Access-Control-Allow-Origin: https://app.example.com)
        #endregion

        return router;
    }

    public static EdgeRouter ETag(EdgeRouter router)
    {
        router.Use("/reports", EdgeMiddleware.ETag());
        router.Get("/reports/:id", (req, ctx) => EdgeResponse.Text("a long report"));
        // GET /reports/7 → 200 a long report
        // GET /reports/7 (If-None-Match: *) → 304

        return router;
    }

    public static EdgeRouter Limits(EdgeRouter router)
    {
        router.Use("/api", EdgeMiddleware.BodyLimit(64), EdgeMiddleware.Timeout(TimeSpan.FromMilliseconds(100)));
        router.Post("/api/text", async (req, ctx) => EdgeResponse.Text(await req.ReadTextAsync(ctx.Aborted)));
        router.Get("/api/slow", async (req, ctx) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), ctx.Aborted);
            return EdgeResponse.Text("too late");
        });
        // POST /api/text hello → 200 hello
        // POST /api/text 0123456789012345678901234567890123456789012345678901234567890123456789 → 413
        // GET /api/slow → 504

        return router;
    }

    public static EdgeRouter RequestLog(EdgeRouter router)
    {
        router.Use(EdgeMiddleware.RequestLog());
        router.Get("/users/:id", (req, ctx) => EdgeResponse.Text(req.Route!));
        // GET /users/7 → 200 /users/:id

        return router;
    }

    public static EdgeRouter RequestReport(EdgeRouter router)
    {
        router.Use(EdgeMiddleware.RequestLog(report => Console.WriteLine($"{report.Method} {report.Route ?? "no route"} {report.Status} {report.Duration}")));

        return router;
    }
}
