using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NextConnect.Soak;

/// <summary>Both routers with the same routes on one server; every answer holds the token that the request brought.</summary>
internal sealed class SoakServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SoakServer(WebApplication app, Gate gate)
    {
        (_app, Gate) = (app, gate);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address)).ToArray();
        (Http1, Http2) = (addresses[0], addresses[1]);
    }

    public static string[] Kinds => ["node", "edge"];

    public Gate Gate { get; }

    public Uri Http1 { get; }

    public Uri Http2 { get; }

    public static async Task<SoakServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        var gate = new Gate();
        var (node, edge) = (Node(gate).Handler(), Edge(gate).ToRequestDelegate());
        app.Run(context => context.Request.Path.StartsWithSegments("/node", StringComparison.Ordinal) ? node(context) : edge(context));
        await app.StartAsync();
        return new(app, gate);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static NodeRouter Node(Gate gate)
    {
        var routes = new NodeRouter()
            .Use(async (_, _, next) => await next())
            .Get("/echo/:token", (req, res) => res.WriteAsync(req.Params["token"]!))
            .Get("/gate/:token", async (req, res) =>
            {
                await gate.WaitAsync();
                await res.WriteAsync(req.Params["token"]!);
            })
            .Get("/stream/:token", async (req, res) =>
            {
                foreach (var letter in req.Params["token"]!)
                {
                    await res.WriteAsync($"{letter}");
                    await res.Body.FlushAsync();
                }
            })
            .Get("/slow/:token", (req, _) => Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted))
            .Get("/throw/:token", (req, _) => throw new InvalidOperationException(req.Params["token"]))
            .Post("/body", (req, res) => req.Body.CopyToAsync(res.Body, req.HttpContext.RequestAborted))
            .Post("/volume", async (req, res) => await res.WriteAsync(await VolumeLoad.HashAsync(req.Body, req.HttpContext.RequestAborted)))
            .Get("/volume", async (req, res) =>
            {
                await using var body = VolumeLoad.Body();
                await body.CopyToAsync(res.Body, req.HttpContext.RequestAborted);
            });
        return new NodeRouter().Use(ExpressWrapper.Wrap((_, _, next) => next())).Use("/node", routes);
    }

    private static EdgeRouter Edge(Gate gate)
    {
        var routes = new EdgeRouter()
            .Use(async (_, _, next) => await next())
            .Get("/echo/:token", (req, _) => Text(req.Params["token"]!))
            .Get("/gate/:token", async (req, _) =>
            {
                await gate.WaitAsync();
                return Text(req.Params["token"]!);
            })
            .Get("/stream/:token", (req, _) => new HttpResponseMessage { Content = new LetterContent(req.Params["token"]!) })
            .Get("/slow/:token", async (_, ctx) =>
            {
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
                return Text("never");
            })
            .Get("/throw/:token", (req, _) => throw new InvalidOperationException(req.Params["token"]))
            .Post("/body", async (req, ctx) => new HttpResponseMessage { Content = new StreamContent(await req.Content!.ReadAsStreamAsync(ctx.Aborted)) })
            .Post("/volume", async (req, ctx) => Text(await VolumeLoad.HashAsync(await req.Content!.ReadAsStreamAsync(ctx.Aborted), ctx.Aborted)))
            .Get("/volume", (_, _) => new HttpResponseMessage { Content = new StreamContent(VolumeLoad.Body()) });
        return new EdgeRouter().Use("/edge", routes);
    }

    private static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };
}
