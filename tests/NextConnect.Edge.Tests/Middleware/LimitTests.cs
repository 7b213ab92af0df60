using System.Net;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Middleware;

public sealed class LimitTests
{
    [Theory]
    [InlineData(10, true, 200)]
    [InlineData(10, false, 200)]
    [InlineData(11, true, 413)]
    [InlineData(11, false, 413)]
    public async Task Body_over_the_limit_is_answered_413_whether_or_not_its_length_is_told(int length, bool isTold, int status)
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.BodyLimit(10))
            .Post("/", async (req, _) => EdgeResponse.Text($"{req.Content!.Headers.ContentType} {await req.ReadTextAsync()}"));
        HttpContent content = isTold ? new ByteArrayContent(new byte[length]) : new StreamContent(new UnseekableStream(new byte[length]));
        content.Headers.ContentType = new("text/plain");

        using var response = await router.SendAsync(new(HttpMethod.Post, "http://test/") { Content = content });

        ((int)response.StatusCode).ShouldBe(status);
        (await response.TextAsync()).ShouldStartWith(status == 200 ? "text/plain \0" : "{");
    }

    [Fact]
    public async Task Request_without_a_body_passes_the_body_limit()
    {
        using var response = await new EdgeRouter().Use(EdgeMiddleware.BodyLimit(0)).Get("/", (_, _) => EdgeResponse.Empty()).SendAsync(Get("/"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Handler_that_takes_too_long_is_answered_504()
    {
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Timeout(TimeSpan.FromMilliseconds(1)))
            .Get("/", async (_, ctx) =>
            {
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
                return EdgeResponse.Empty();
            });
        var ctx = new EdgeContext();

        using var response = await router.SendAsync(Get("/"), ctx: ctx);

        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        ctx.Aborted.ShouldBe(CancellationToken.None);
    }

    [Fact]
    public async Task Token_that_a_stream_was_given_fires_when_the_client_leaves_later()
    {
        var ended = new TaskCompletionSource();
        var router = new EdgeRouter().Use(EdgeMiddleware.Timeout(TimeSpan.FromHours(1))).Get("/", (_, ctx) =>
        {
            var aborted = ctx.Aborted;
            return EdgeResponse.Stream(Waiting(() => Task.Delay(Timeout.Infinite, aborted), ended));
        });
        using var client = new HttpClient(router.ToHttpMessageHandler());

        using (var response = await client.GetAsync(new Uri("http://test/"), HttpCompletionOption.ResponseHeadersRead))
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[5]);
        }

        await ended.Task.Soon();
    }

    [Fact]
    public async Task Limit_does_not_hold_for_a_stream_that_began_in_time()
    {
        var clock = new ManualClock();
        var go = new TaskCompletionSource();
        var router = new EdgeRouter().Use(EdgeMiddleware.Timeout(TimeSpan.FromSeconds(1), clock)).Get("/", (_, ctx) =>
        {
            var aborted = ctx.Aborted;
            return EdgeResponse.Stream(Late(() => go.Task.WaitAsync(aborted)));
        });
        using var response = await router.SendAsync(Get("/"));
        var reading = response.TextAsync();

        clock.Fire();
        go.SetResult();

        (await reading).ShouldBe("late");
    }

    [Fact]
    public async Task Client_that_leaves_is_no_timeout()
    {
        using var client = new CancellationTokenSource();
        var router = new EdgeRouter()
            .Use(EdgeMiddleware.Timeout(TimeSpan.FromHours(1)))
            .Get("/", async (_, ctx) =>
            {
                await client.CancelAsync();
                await Task.Delay(Timeout.Infinite, ctx.Aborted);
                return EdgeResponse.Empty();
            });

        await Should.ThrowAsync<OperationCanceledException>(() => router.SendAsync(Get("/"), ctx: new(null, client.Token)));
    }

    [Fact]
    public async Task Handler_in_time_keeps_its_answer_and_its_own_cancellations()
    {
        var router = new EdgeRouter().Use(EdgeMiddleware.Timeout(TimeSpan.FromHours(1)))
            .Get("/", (_, _) => EdgeResponse.Text("in time"))
            .Get("/own", (_, _) => throw new OperationCanceledException("own"));

        using var response = await router.SendAsync(Get("/"));
        using var own = await router.SendAsync(Get("/own"), new() { OnError = (error, _, _) => Task.FromResult(EdgeResponse.Text(error.Message)) });

        (await response.TextAsync()).ShouldBe("in time");
        (await own.TextAsync()).ShouldBe("own");
    }

    private static async IAsyncEnumerable<string> Waiting(Func<Task> wait, TaskCompletionSource ended)
    {
        try
        {
            yield return "first";
            await wait();
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static async IAsyncEnumerable<string> Late(Func<Task> wait)
    {
        await wait();
        yield return "late";
    }

    /// <summary>A clock whose timers fire when the test says so.</summary>
    private sealed class ManualClock : TimeProvider
    {
        private readonly List<ManualTimer> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new ManualTimer(callback, state) { IsOn = dueTime != Timeout.InfiniteTimeSpan };
            _timers.Add(timer);
            return timer;
        }

        public void Fire() => _timers.ForEach(timer => timer.Fire());
    }

    private sealed class ManualTimer(TimerCallback callback, object? state) : ITimer
    {
        public bool IsOn { get; set; }

        public void Fire()
        {
            if (IsOn)
                callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            IsOn = dueTime != Timeout.InfiniteTimeSpan;
            return true;
        }

        public void Dispose() => IsOn = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
