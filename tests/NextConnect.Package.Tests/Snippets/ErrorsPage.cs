using System.Net;
using System.Text.Json;
using NextConnect;

namespace Snippets;

internal static class ErrorsPage
{
    private static NodeRouter Router() => new NodeRouter()
        .Get("/broken", (req, res) => throw new InvalidOperationException("A secret."))
        .Get("/private", (req, res) => throw new UnauthorizedAccessException())
        .Post("/json", async (req, res) => await res.WriteAsJsonAsync(await req.ReadFromJsonAsync<int[]>()));

    public static NodeRouter Defaults()
    {
        var router = new NodeRouter()
            .Get("/broken", (req, res) => throw new InvalidOperationException("A secret."))
            .Get("/busy", (req, res) => throw new InvalidOperationException($"The status is {res.StatusCode = 503}."))
            .Get("/big", (req, res) => throw new BadHttpRequestException("Too large.", 413));
        // GET /broken → 500 Internal Server Error
        // HEAD /broken → 500 (Content-Length: 21)
        // GET /big → 413
        // GET /nope?x=1 → 404 Route GET /nope?x=1 not found

        return router;
    }

    public static RequestDelegate Node()
    {
        var router = Router();

        #region
        var handler = router.Handler(new()
        {
            OnError = (error, req, res) =>
            {
                res.StatusCode = error switch
                {
                    BadHttpRequestException refused => refused.StatusCode, // what the server refuses, such as a body that is too large
                    JsonException => 400,
                    UnauthorizedAccessException => 403,
                    _ => 500,
                };
                if (res.StatusCode == 500)
                    req.HttpContext.RequestServices.GetRequiredService<ILogger<NodeRouter>>().LogError(error, "{Path} failed", req.Path);
                return res.SendAsync(res.StatusCode == 500 ? "Something broke" : "Not like that");
            },
            OnNoMatch = (req, res) =>
            {
                res.StatusCode = 404;
                return res.SendAsync("Nothing here");
            },
        });
        // GET /broken → 500 Something broke
        // GET /private → 403 Not like that
        // POST /json [1, → 400 Not like that
        // GET /nope → 404 Nothing here
        #endregion

        return handler;
    }

    public static RequestDelegate Decline()
    {
        var router = new NodeRouter()
            .Get("/slow", (req, res) => throw new TimeoutException())
            .Get("/broken", (req, res) => throw new InvalidOperationException());

        #region
        var handler = router.Handler(new()
        {
            OnError = (error, req, res) =>
            {
                if (error is not TimeoutException)
                    return Task.CompletedTask;
                res.StatusCode = 504;
                return res.SendAsync("Too slow");
            },
        });
        // GET /slow → 504 Too slow
        // GET /broken → 500 Internal Server Error
        #endregion

        return handler;
    }

    public static RequestDelegate Edge()
    {
        var router = new EdgeRouter()
            .Get("/broken", (req, ctx) => throw new InvalidOperationException("A secret."))
            .Get("/private", (req, ctx) => throw new UnauthorizedAccessException())
            .Post("/json", async (req, ctx) => EdgeResponse.Json(await req.ReadJsonAsync<int[]>(cancellationToken: ctx.Aborted)));

        #region
        var handler = router.ToRequestDelegate(new()
        {
            OnError = (error, req, ctx) => Task.FromResult(error switch
            {
                UnauthorizedAccessException => EdgeResponse.Problem(HttpStatusCode.Forbidden),
                TimeoutException => EdgeResponse.Problem(HttpStatusCode.GatewayTimeout, "Too slow"),
                _ => null, // the default response: a problem document when the request is at fault, otherwise a logged 500
            }),
            OnNoMatch = (req, ctx) => Task.FromResult(EdgeResponse.NotFound("Nothing here")),
        });
        // GET /private → 403
        // GET /broken → 500 Internal Server Error
        // POST /json [1, → 400 (Content-Type: application/problem+json)
        // GET /nope → 404 Nothing here
        #endregion

        return handler;
    }

    public static NodeRouter Middleware()
    {
        var router = new NodeRouter()
            .Get("/slow", (req, res) => throw new TimeoutException())
            .Get("/broken", (req, res) => throw new InvalidOperationException())
            .Use((error, req, res, next) =>
            {
                if (error is not TimeoutException)
                    return next(error);
                res.StatusCode = 504;
                return res.SendAsync("Too slow");
            });
        // GET /slow → 504 Too slow
        // GET /broken → 500 Internal Server Error

        return router;
    }

    public static NodeRouter Leave()
    {
        var router = new NodeRouter()
            .Use((req, res, next) => throw new InvalidOperationException("oh no"))
            .Use("/api", (error, req, res, next) => next())
            .Use(ExpressWrapper.Wrap((error, req, res, next) => next(error)))
            .All((req, res) => res.SendAsync("error no more"));
        // GET /api/x → 200 error no more
        // GET /x → 500

        return router;
    }

    public static EdgeRouter Catch()
    {
        var router = new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                try
                {
                    return await next();
                }
                catch (TimeoutException)
                {
                    return EdgeResponse.Text("Too slow", HttpStatusCode.GatewayTimeout);
                }
            })
            .Get("/slow", (req, ctx) => throw new TimeoutException());
        // GET /slow → 504 Too slow

        return router;
    }

    public static WebApplication Pipeline(WebApplication app)
    {
        var router = Router();

        #region
        app.UseExceptionHandler(handler => handler.Run(context => context.Response.SendAsync("from the pipeline")));
        app.UseNextConnect(router);
        // GET /broken → 500 from the pipeline
        #endregion

        return app;
    }

    public static RequestDelegate Typed()
    {
        var router = new NodeRouter().Get("/users/:id", (req, res) => throw new HttpError(404, "No such user"));

        var handler = router.Handler(new()
        {
            OnError = (error, req, res) =>
            {
                var known = error as HttpError;
                res.StatusCode = known?.Status ?? 500;
                return res.SendAsync(known?.Message ?? "Something broke");
            },
        });
        // GET /users/7 → 404 No such user

        return handler;
    }

    sealed class HttpError(int status, string message) : Exception(message)
    {
        public int Status { get; } = status;
    }
}
