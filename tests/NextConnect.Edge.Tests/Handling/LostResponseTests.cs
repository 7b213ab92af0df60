using System.Net;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests.Handling;

/// <summary>Every response, and every stream in one, is disposed once, however it is lost on its way to the client.</summary>
public sealed class LostResponseTests
{
    private readonly List<CountedStream> _bodies = [];

    [Fact]
    public Task Sent() => CheckAsync(1, new EdgeRouter().Get((_, _) => Body()));

    [Fact]
    public Task Replaced_by_a_middleware() => CheckAsync(2, new EdgeRouter().Use(async (_, _, next) =>
    {
        await next();
        return Body();
    }).Get((_, _) => Body()));

    [Fact]
    public Task Replaced_twice() => CheckAsync(3, new EdgeRouter().Use(Replace, Replace).Get((_, _) => Body()));

    [Fact]
    public Task Content_replaced() => CheckAsync(2, new EdgeRouter().Use(async (_, _, next) =>
    {
        var response = await next();
        response.Content = new StreamContent(NewBody());
        return response;
    }).Get((_, _) => Body()));

    [Fact]
    public Task Content_and_response_replaced() => CheckAsync(3, new EdgeRouter().Use(async (_, _, next) =>
    {
        var response = await next();
        response.Content = new StreamContent(NewBody());
        return Body();
    }).Get((_, _) => Body()));

    [Fact]
    public Task Content_replaced_before_an_error() => CheckAsync(2, new EdgeRouter().Use(async (_, _, next) =>
    {
        var response = await next();
        response.Content = new StreamContent(NewBody());
        throw new InvalidOperationException("after next");
    }).Get((_, _) => Body()));

    [Fact]
    public Task Error_of_a_middleware_after_next() => CheckAsync(1, new EdgeRouter().Use(Throw).Get((_, _) => Body()));

    [Fact]
    public Task Error_after_a_response_that_came_later() => CheckAsync(1, new EdgeRouter().Use(Throw).Get(async (_, _) =>
    {
        await Task.Yield();
        return Body();
    }));

    [Fact]
    public Task Error_after_a_response_was_replaced() => CheckAsync(2, new EdgeRouter().Use(Throw, Replace).Get((_, _) => Body()));

    [Fact]
    public Task Error_after_OnNoMatch() => CheckAsync(1, new EdgeRouter().All(Throw), new() { OnNoMatch = (_, _) => Task.FromResult(Body()) });

    [Fact]
    public Task Error_after_an_OnNoMatch_that_took_a_while() => CheckAsync(1, new EdgeRouter().All(Throw), new()
    {
        OnNoMatch = async (_, _) =>
        {
            await Task.Yield();
            return Body();
        },
    });

    [Fact]
    public Task Error_that_OnError_responds_to() =>
        CheckAsync(2, new EdgeRouter().Use(Throw).Get((_, _) => Body()), new() { OnError = (_, _, _) => Task.FromResult(Body()) });

    [Fact]
    public Task Next_that_is_not_awaited() => CheckAsync(2, new EdgeRouter().Use((_, _, next) =>
    {
        _ = next();
        return Task.FromResult(Body());
    }).Get((_, _) => Body()));

    [Fact]
    public async Task Next_that_is_not_awaited_and_ends_last()
    {
        var go = new TaskCompletionSource();
        var router = new EdgeRouter().Use((_, _, next) =>
        {
            _ = next();
            return Task.FromResult(Body());
        }).Get(async (_, _) =>
        {
            await go.Task;
            return Body();
        });

        var checking = CheckAsync(2, router);
        go.SetResult();

        await checking;
    }

    [Fact]
    public Task Header_that_is_refused() => CheckAsync(1, new EdgeRouter().Get((_, _) => Refused()));

    [Fact]
    public Task Header_of_OnError_that_is_refused() =>
        CheckAsync(1, new EdgeRouter().Get((_, _) => throw new InvalidOperationException()), new() { OnError = (_, _, _) => Task.FromResult(Refused()) });

    [Fact]
    public Task Time_limit() => CheckAsync(1, new EdgeRouter()
        .Use(EdgeMiddleware.Timeout(TimeSpan.FromMilliseconds(1)), async (_, ctx, next) =>
        {
            await next();
            await Task.Delay(Timeout.Infinite, ctx.Aborted);
            throw new InvalidOperationException("never");
        })
        .Get((_, _) => Body()));

    [Fact]
    public Task Head() => CheckAsync(1, new EdgeRouter().Get((_, _) => Body()), method: "HEAD");

    [Fact]
    public Task Status_without_a_body() => CheckAsync(1, new EdgeRouter().Get((_, _) => Body(HttpStatusCode.NoContent)));

    [Fact]
    public Task Not_modified() => CheckAsync(1, new EdgeRouter().Use(EdgeMiddleware.ETag()).Get((_, _) =>
    {
        var response = Body();
        response.Headers.ETag = new("\"v1\"");
        return response;
    }), headers: ("If-None-Match", "\"v1\""));

    [Fact]
    public async Task Content_that_ETag_cannot_read()
    {
        var content = new UnreadableContent();

        await CheckAsync(0, new EdgeRouter().Use(EdgeMiddleware.ETag()).Get((_, _) => new() { Content = content }));

        content.Disposals.ShouldBe(1);
    }

    [Fact]
    public Task Decided_twice() => CheckAsync(2, new EdgeRouter().Get((req, _) =>
    {
        req.Respond(Body());
        throw req.Respond(Body());
    }));

    [Fact]
    public Task Decided_and_caught() => CheckAsync(2, new EdgeRouter().Get((req, _) =>
    {
        req.Respond(Body());
        return Body();
    }));

    [Fact]
    public Task Decided_in_OnError_that_then_fails() =>
        CheckAsync(1, new EdgeRouter().Get((_, _) => throw new InvalidOperationException("first")), new()
        {
            OnError = (_, req, _) =>
            {
                req.Respond(Body());
                throw new InvalidOperationException("second");
            },
        });

    [Fact]
    public Task Thrown_and_lost_to_an_error() =>
        CheckAsync(1, new EdgeRouter().Use(Throw).Get((_, _) => throw new EdgeResponseException(Body())));

    [Fact]
    public Task Transport_that_fails() => CheckAsync(1, new EdgeRouter().Get((_, _) => Body()), fails: true);

    [Fact]
    public Task Client_that_leaves_while_the_response_is_sent() => CheckAsync(1, new EdgeRouter().Get((_, _) => Body()), leaves: true);

    [Fact]
    public async Task Client_that_leaves_before_the_response_is_sent()
    {
        using var gone = new CancellationTokenSource();
        var router = new EdgeRouter().Use(async (_, ctx, next) =>
        {
            await next();
            await gone.CancelAsync();
            ctx.Aborted.ThrowIfCancellationRequested();
            throw new InvalidOperationException("never");
        }).Get((_, _) => Body());

        await new EdgeHost(router).ServeAsync(new Exchange(new("GET", new Uri("http://test/")), new(aborted: gone.Token)));

        _bodies.ShouldHaveSingleItem().Disposals.ShouldBe(1);
    }

    [Theory]
    [InlineData("bytes=x-y", "text/plain")]
    [InlineData("bytes=20-", "text/plain")]
    [InlineData("bytes=0-1", "no media type")]
    [InlineData(null, "no media type")]
    public Task File_that_is_not_sent(string? range, string contentType) =>
        CheckAsync(1, new EdgeRouter().Get((req, _) => EdgeResponse.File(req, NewBody(), contentType)), headers: ("Range", range ?? "items=1"));

    [Theory]
    [InlineData("If-None-Match", "\"v1\"")]
    [InlineData("If-Match", "\"v2\"")]
    public Task File_whose_condition_fails(string name, string value) =>
        CheckAsync(1, new EdgeRouter().Get((req, _) => EdgeResponse.File(req, NewBody(), etag: new("\"v1\""))), headers: (name, value));

    [Fact]
    public async Task RunAsync_that_fails()
    {
        using var req = InMemory.Get("/");

        await Should.ThrowAsync<InvalidOperationException>(() => new EdgeRouter().Use(Throw).Get((_, _) => Body()).RunAsync(req, new()));

        _bodies.ShouldHaveSingleItem().Disposals.ShouldBe(1);
    }

    [Fact]
    public async Task Replaced_response_whose_stream_is_wrapped_lives_until_the_other_is_sent()
    {
        var router = new EdgeRouter().Use(async (_, _, next) =>
        {
            var inner = await next();
            return new HttpResponseMessage { Content = new StreamContent(await inner.Content.ReadAsStreamAsync()) };
        }).Get((_, _) => Body());
        var exchange = new Exchange(new("GET", new Uri("http://test/")), new());

        await new EdgeHost(router).ServeAsync(exchange);

        exchange.Sent.ShouldBe("body");
        _bodies.ShouldHaveSingleItem().Disposals.ShouldBeGreaterThan(0);
    }

    private async Task CheckAsync(
        int count, EdgeRouter router, EdgeHandlerOptions? options = null, string method = "GET", bool fails = false, bool leaves = false,
        (string Name, string Value)? headers = null)
    {
        using var gone = new CancellationTokenSource();
        var request = new EdgeRequest(method, new Uri("http://test/"));
        if (headers is var (name, value))
            request.AddHeader(name, value);

        await new EdgeHost(router, options).ServeAsync(new Exchange(request, new(aborted: gone.Token)) { Fails = fails, Gone = leaves ? gone : null });

        _bodies.Count.ShouldBe(count);
        _bodies.ShouldAllBe(body => body.Disposals == 1);
    }

    private Task<HttpResponseMessage> Replace(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next) => next()
        .ContinueWith(_ => Body(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static async Task<HttpResponseMessage> Throw(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next)
    {
        await next();
        throw new InvalidOperationException("after next");
    }

    private CountedStream NewBody()
    {
        var body = new CountedStream("body");
        _bodies.Add(body);
        return body;
    }

    private HttpResponseMessage Body(HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StreamContent(NewBody()) };

    private HttpResponseMessage Refused()
    {
        var response = Body();
        response.Headers.TryAddWithoutValidation("X-Name", "café");
        return response;
    }

    private sealed class UnreadableContent : HttpContent
    {
        public int Disposals { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidTimeZoneException("unreadable");

        protected override bool TryComputeLength(out long length)
        {
            length = 4;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }

    private sealed class Exchange(EdgeRequest request, EdgeContext context) : EdgeExchange(request, context)
    {
        public bool Fails { get; init; }

        public CancellationTokenSource? Gone { get; init; }

        public string? Sent { get; private set; }

        protected internal override bool HasStarted => false;

        protected internal override async Task SendAsync(HttpResponseMessage response)
        {
            if (Gone is not null)
                await Gone.CancelAsync();
            using var body = new MemoryStream();
            if (HasBody(response))
                await CopyBodyAsync(response, body);
            if (Fails)
                throw new InvalidTimeZoneException("cannot send");
            Sent = System.Text.Encoding.UTF8.GetString(body.ToArray());
        }

        protected internal override void Abort()
        {
        }

        protected internal override HttpStatusCode OnError(Exception exception) => HttpStatusCode.InternalServerError;
    }
}
