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

namespace NextConnect.AspNetCore.Tests;

/// <summary>Kestrel on a free port of the loopback address.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LiveServer(WebApplication app, CapturedLog log)
    {
        (_app, Log) = (app, log);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Uri = new Uri(address);
    }

    public CapturedLog Log { get; }

    public Uri Uri { get; }

    public static Task<LiveServer> StartAsync(RequestDelegate handler) => StartAsync(app => app.Run(handler));

    public static Task<LiveServer> StartAsync(NodeRouter router, NodeHandlerOptions? options = null) => StartAsync(router.Handler(options));

    public static Task<LiveServer> StartAsync(EdgeRouter router, EdgeHandlerOptions? options = null) =>
        StartAsync(router.ToRequestDelegate(options));

    /// <summary>Starts the server. Stopping waits for its requests, unless a <paramref name="shutdownTimeout"/> is set for handlers that never end.</summary>
    public static async Task<LiveServer> StartAsync(
        Action<WebApplication> configure, HttpProtocols protocols = HttpProtocols.Http1, Action<KestrelServerLimits>? limit = null,
        Action<IServiceCollection>? add = null, TimeSpan? shutdownTimeout = null)
    {
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug)
            .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Warning); // its own log lines read HttpRequest.Host, which throws for "xn--"
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = shutdownTimeout ?? TestTimeout.Duration);
        add?.Invoke(builder.Services);
        builder.WebHost.ConfigureKestrel(options =>
        {
            limit?.Invoke(options.Limits);
            options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = protocols);
        });
        var app = builder.Build();
        configure(app);
        await app.StartAsync();
        return new(app, log);
    }

    public Task<RawConnection> ConnectAsync() => RawConnection.OpenAsync(Uri.Port);

    /// <summary>Sends bytes on a connection of their own and reads one response.</summary>
    public async Task<RawResponse> SendAsync(string request)
    {
        using var connection = await ConnectAsync();
        await connection.SendAsync(request);
        return await connection.ReadAsync(
            isHead: request.StartsWith("HEAD ", StringComparison.Ordinal) || request.StartsWith("CONNECT ", StringComparison.Ordinal));
    }

    public Task<RawResponse> SendAsync(string method, string target) => SendAsync($"{method} {target} HTTP/1.1\r\nHost: test\r\n\r\n");

    public Task<RawResponse> GetAsync(string target) => SendAsync("GET", target);

    /// <summary>Sends a request whose client disconnects once it has reached the router, waits for the router, stops, and returns the logged errors.</summary>
    public async Task<LogEntry[]> ErrorsOfAbortAsync(Task started, Task ended)
    {
        using var client = await ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        await started.Soon();
        client.Reset();
        await ended.Soon();
        await DisposeAsync();
        return Log.Errors;
    }

    /// <summary>Stops, which waits for requests that still run; disposing alone would not.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
