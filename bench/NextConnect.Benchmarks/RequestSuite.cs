using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect.Benchmarks;

/// <summary>GET /user/123 behind two middlewares, from the context to the written answer, without a server: what the frameworks themselves take.</summary>
internal static class RequestSuite
{
    public static void Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseRouting();
        app.Use((context, next) => next(context));
        app.Use((context, next) => next(context));
#pragma warning disable ASP0014 // Suggest using top level route registrations: they take effect in a started server only
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/minimal/{id}", (string id) => $"User: {id}");
            endpoints.MapGet("/delegate/{id}", (HttpContext context) => context.Response.WriteAsync("User: " + (string?)context.Request.RouteValues["id"]));
        });
#pragma warning restore ASP0014
        var pipeline = ((IApplicationBuilder)app).Build();

        var router = new NodeRouter().Use((req, res, next) => next()).Use((req, res, next) => next())
            .Get("/user/:id", (req, res) => res.WriteAsync("User: " + req.Params["id"])).Handler();
        var sending = new NodeRouter().Use((req, res, next) => next()).Use((req, res, next) => next())
            .Get("/user/:id", (req, res) => res.SendAsync("User: " + req.Params["id"])).Handler();

        Interleaved.Header("Request: two middlewares, one parameter, a text", "ns");
        Interleaved.Compare(
            "GET /user/123",
            Serve("minimal API", pipeline, "/minimal/123", app.Services),
            Serve("MapGet with a RequestDelegate", pipeline, "/delegate/123", app.Services),
            Serve("NodeRouter, WriteAsync", router, "/user/123", app.Services),
            Serve("NodeRouter, SendAsync", sending, "/user/123", app.Services));
    }

    private static Contender Serve(string name, RequestDelegate handle, string path, IServiceProvider services)
    {
        var features = new KestrelLikeFeatures { Path = path };
        var response = new ServerResponse();
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        var context = new DefaultHttpContext(features) { RequestServices = services };
        return new(name, times =>
        {
            for (var time = 0; time < times; time++)
            {
                context.SetEndpoint(null);
                context.Request.RouteValues.Clear();
                if (!handle(context).IsCompletedSuccessfully)
                    throw new InvalidOperationException($"{name} did not answer at once.");
                response.End();
            }
        });
    }

    /// <summary>Headers and body are one object, as Kestrel's are.</summary>
    private sealed class ServerResponse : HttpResponseFeature, IHttpResponseBodyFeature
    {
        private readonly StreamResponseBodyFeature _body = new(System.IO.Stream.Null);

        public Stream Stream => _body.Stream;

        public PipeWriter Writer => _body.Writer;

        /// <summary>Sends what is left, as a server does when a request ends.</summary>
        public void End()
        {
            var flush = _body.Writer.FlushAsync();
            if (flush.IsCompleted)
                _ = flush.Result;
        }

        public Task CompleteAsync() => _body.CompleteAsync();

        public void DisableBuffering() => _body.DisableBuffering();

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            _body.SendFileAsync(path, offset, count, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken = default) => _body.StartAsync(cancellationToken);
    }
}
