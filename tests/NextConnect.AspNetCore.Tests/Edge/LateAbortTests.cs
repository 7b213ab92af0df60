using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A server that fires the token of a request only after a read of its body has failed.</summary>
public sealed class LateAbortTests
{
    private readonly List<Exception> _told = [];

    public static TheoryData<string> Kinds => ["node", "node with error middleware", "node in a pipeline", "edge", "edge in a pipeline"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_read_that_fails_first_is_no_error(string kind)
    {
        using var log = new CapturedLog();
        using var lifetime = new LateLifetime();

        await RunAsync(kind, log, lifetime);

        _told.ShouldBeEmpty();
        log.Entries.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_a_disconnect_it_is_one(string kind)
    {
        using var log = new CapturedLog();
        using var lifetime = new LateLifetime { IsAlive = true };

        await RunAsync(kind, log, lifetime);

        _told.ShouldHaveSingleItem().Message.ShouldBe("broken");
    }

    private async Task RunAsync(string kind, CapturedLog log, LateLifetime lifetime)
    {
        await using var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        context.Request.Method = "POST";
        context.Request.Scheme = "http";
        context.Request.Host = new("test");
        context.Request.Path = "/";
        context.Request.Body = new ScriptedStream(() =>
        {
            lifetime.HasFailed = true;
            throw new IOException("broken");
        });
        try
        {
            await Delegate(kind, services)(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // the server, or a timeout around the router, knows why the request has ended
        }
    }

    private RequestDelegate Delegate(string kind, IServiceProvider services)
    {
        var node = new NodeRouter().Post("/", (req, res) => req.Body.CopyToAsync(Stream.Null, CancellationToken.None));
        var edge = EdgeResponses.RouterAsync(async (req, ctx) =>
        {
            await using var body = await req.Content!.ReadAsStreamAsync();
            await body.CopyToAsync(Stream.Null);
            return EdgeResponses.Text("read");
        });
        var app = new ApplicationBuilder(services);
        NodeHandlerOptions nodeOptions = new() { OnError = (error, _, _) => Task.FromResult(Tell(error)) };
        EdgeHandlerOptions edgeOptions = new() { OnError = (error, _, _) => Task.FromResult(EdgeResponses.Text($"{Tell(error)}")) };
        return kind switch
        {
            "node" => node.Handler(nodeOptions),
            "node with error middleware" => node.Use((error, req, res, next) => Task.FromResult(Tell(error))).Handler(),
            "node in a pipeline" => app.UseNextConnect(node, nodeOptions).Build(),
            "edge" => edge.ToRequestDelegate(edgeOptions),
            _ => app.UseNextConnect(edge, edgeOptions).Build(),
        };
    }

    private int Tell(Exception error)
    {
        _told.Add(error);
        return _told.Count;
    }

    /// <summary>Fires the token on another thread when it is looked at after the failure.</summary>
    private sealed class LateLifetime : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _aborted = new();
        private readonly ConcurrentBag<Task> _firing = [];

        public bool HasFailed { get; set; }

        public bool IsAlive { get; init; }

        public CancellationToken RequestAborted
        {
            get
            {
                if (HasFailed && !IsAlive)
                    _firing.Add(Task.Run(Abort));
                return _aborted.Token;
            }
            set => throw new NotSupportedException();
        }

        public void Abort() => _aborted.Cancel();

        public void Dispose()
        {
            Task.WaitAll(_firing);
            _aborted.Dispose();
        }
    }
}
