namespace NextConnect.Edge.Tests;

/// <summary>The ready-made context.</summary>
public sealed class EdgeContextTests
{
    [Fact]
    public void Context_carries_services_token_and_items()
    {
        using var source = new CancellationTokenSource();
        var services = new NoServices();

        var ctx = new EdgeContext(services, source.Token);
        ctx.Items["user"] = "ada";

        ctx.Services.ShouldBeSameAs(services);
        ctx.Aborted.ShouldBe(source.Token);
        ctx.Items["user"].ShouldBe("ada");
    }

    [Fact]
    public async Task Layers_of_one_request_share_the_items_and_requests_do_not()
    {
        var seen = new List<object?>();
        using var client = new HttpClient(new EdgeRouter()
            .Use((_, ctx, next) =>
            {
                ctx.Items.Count.ShouldBe(0);
                ctx.Items["id"] = seen.Count;
                return next();
            })
            .Get("/", (_, ctx) =>
            {
                seen.Add(ctx.Items["id"]);
                return new HttpResponseMessage();
            })
            .ToHttpMessageHandler());

        await client.GetAsync(new Uri("http://test/"));
        await client.GetAsync(new Uri("http://test/"));

        seen.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Background_work_is_waited_for_and_its_errors_are_given()
    {
        var ctx = new EdgeContext();
        ctx.HasBackground.ShouldBeFalse();
        var gate = new TaskCompletionSource();
        ctx.WaitUntil(gate.Task);
        ctx.WaitUntil(Task.FromException(new InvalidTimeZoneException("boom")));
        ctx.WaitUntil(Task.CompletedTask);
        ctx.HasBackground.ShouldBeTrue();

        var waiting = ctx.WaitForBackgroundAsync();
        waiting.IsCompleted.ShouldBeFalse();
        gate.SetResult();

        (await waiting).ShouldHaveSingleItem().ShouldBeOfType<InvalidTimeZoneException>();
    }

    [Fact]
    public async Task Background_work_that_adds_more_is_waited_for_to_the_end()
    {
        var ctx = new EdgeContext();
        var last = false;
        async Task LastAsync()
        {
            await Task.Yield();
            last = true;
        }
        async Task FirstAsync()
        {
            await Task.Yield();
            ctx.WaitUntil(LastAsync());
        }
        ctx.WaitUntil(FirstAsync());

        (await ctx.WaitForBackgroundAsync()).ShouldBeEmpty();

        last.ShouldBeTrue();
    }

    [Fact]
    public async Task Response_does_not_wait_for_background_work()
    {
        var gate = new TaskCompletionSource();
        using var client = new HttpClient(new EdgeRouter()
            .Get("/", (_, ctx) =>
            {
                ctx.WaitUntil(gate.Task);
                return new HttpResponseMessage();
            })
            .ToHttpMessageHandler());

        (await client.GetAsync(new Uri("http://test/"))).IsSuccessStatusCode.ShouldBeTrue();

        gate.Task.IsCompleted.ShouldBeFalse();
        gate.SetResult();
    }

    [Fact]
    public void Null_work_is_refused() => Should.Throw<ArgumentNullException>(() => new EdgeContext().WaitUntil(null!));

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
