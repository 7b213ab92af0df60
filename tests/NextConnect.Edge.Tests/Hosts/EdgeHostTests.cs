using System.Net;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>What <see cref="EdgeHost"/> does with an exchange.</summary>
public sealed class EdgeHostTests
{
    [Fact]
    public async Task A_request_that_no_route_handles_is_passed_on_with_the_headers_that_layers_have_added()
    {
        var router = new EdgeRouter().Get("/x", async (_, _, next) =>
        {
            var response = await next();
            response.Headers.Add("X-Layer", "1");
            return response;
        });
        using var exchange = new Exchange("/x");

        (await new EdgeHost(router).TryServeAsync(exchange)).ShouldBeFalse();

        exchange.Sent.ShouldBeEmpty();
        exchange.PassedOn.ShouldBe(["404 X-Layer"]);
        exchange.Request.Headers.Host.ShouldBeNull(); // not disposed: the next handler reads it
    }

    [Fact]
    public async Task OnNoMatch_responds_instead_of_passing_on()
    {
        using var exchange = new Exchange("/none");
        var options = new EdgeHandlerOptions { OnNoMatch = (_, _) => Task.FromResult(EdgeResponse.Text("mine", HttpStatusCode.Gone)) };

        (await new EdgeHost(new EdgeRouter(), options).TryServeAsync(exchange)).ShouldBeTrue();

        exchange.Sent.ShouldBe(["410 mine"]);
    }

    [Fact]
    public async Task The_route_is_reported_before_its_chain_runs_and_is_the_one_that_handlers_see()
    {
        using var exchange = new Exchange("/users/7");
        var router = new EdgeRouter().All((_, _, next) => next()).Get("users/:id", (req, _) => EdgeResponse.Text($"{req.Route} {exchange.Route}"));

        await new EdgeHost(router).ServeAsync(exchange);

        exchange.Sent.ShouldBe(["200 /users/:id /users/:id"]);
    }

    [Fact]
    public async Task A_response_that_cannot_be_sent_is_replaced_by_an_error_once()
    {
        using var exchange = new Exchange("/") { Failures = 1 };

        await new EdgeHost(new EdgeRouter().Get((_, _) => EdgeResponse.Text("lost"))).ServeAsync(exchange);

        exchange.Sent.ShouldBe(["500 Internal Server Error"]);
        exchange.Errors.ShouldHaveSingleItem().ShouldBeOfType<InvalidTimeZoneException>();
        exchange.IsAborted.ShouldBeFalse();
    }

    [Fact]
    public async Task An_exchange_that_can_send_nothing_is_aborted_and_nothing_is_thrown()
    {
        using var exchange = new Exchange("/") { Failures = 2 };

        await new EdgeHost(new EdgeRouter().Get((_, _) => EdgeResponse.Text("lost"))).ServeAsync(exchange);

        exchange.Errors.Count.ShouldBe(2);
        exchange.IsAborted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_that_disconnects_is_no_error()
    {
        using var exchange = new Exchange("/");
        var router = new EdgeRouter().Get(async (_, ctx) =>
        {
            await exchange.Gone.CancelAsync();
            ctx.Aborted.ThrowIfCancellationRequested();
            return EdgeResponse.Empty();
        });

        await new EdgeHost(router).ServeAsync(exchange);

        exchange.Errors.ShouldBeEmpty();
        exchange.Sent.ShouldBeEmpty();
        exchange.IsAborted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_that_disconnects_while_several_layers_wait_for_it_is_no_error()
    {
        using var exchange = new Exchange("/");
        var router = new EdgeRouter()
            .Use((req, ctx, next) =>
            {
                _ = next();
                return WaitAsync(ctx);
            })
            .Get((_, ctx) => WaitAsync(ctx));

        var serving = new EdgeHost(router).ServeAsync(exchange);
        await exchange.Gone.CancelAsync();
        await serving;

        exchange.Errors.ShouldBeEmpty();
        exchange.IsAborted.ShouldBeTrue();

        static async Task<HttpResponseMessage> WaitAsync(EdgeContext ctx)
        {
            await Task.Delay(Timeout.Infinite, ctx.Aborted);
            return EdgeResponse.Empty();
        }
    }

    [Fact]
    public async Task Background_work_is_waited_for_after_the_response_is_complete_and_its_errors_are_reported()
    {
        using var exchange = new Exchange("/");
        var router = new EdgeRouter().Get((_, ctx) =>
        {
            ctx.WaitUntil(Task.Run(async () =>
            {
                await exchange.Completed.Task;
                throw new InvalidTimeZoneException("background");
            }));
            return EdgeResponse.Text("sent");
        });

        await new EdgeHost(router).ServeAsync(exchange);

        exchange.Sent.ShouldBe(["200 sent"]);
        exchange.BackgroundErrors.ShouldHaveSingleItem().Message.ShouldBe("background");
    }

    [Fact]
    public async Task Background_work_can_still_read_what_the_handler_has_read()
    {
        using var exchange = new Exchange("/");
        exchange.Request.Content = new StringContent("body");
        string? read = null;
        var router = new EdgeRouter().Get(async (req, ctx) =>
        {
            await req.ReadTextAsync();
            ctx.WaitUntil(Task.Run(async () =>
            {
                await exchange.Completed.Task;
                read = await req.ReadTextAsync();
            }));
            return EdgeResponse.Empty();
        });

        await new EdgeHost(router).ServeAsync(exchange);

        exchange.BackgroundErrors.ShouldBeEmpty();
        read.ShouldBe("body");
        await Should.ThrowAsync<ObjectDisposedException>(() => exchange.Request.ReadTextAsync());
    }

    [Fact]
    public async Task A_request_whose_passing_on_fails_is_served_by_an_error()
    {
        using var exchange = new Exchange("/none") { FailsToPassOn = true };

        (await new EdgeHost(new EdgeRouter()).TryServeAsync(exchange)).ShouldBeTrue();

        exchange.Sent.ShouldBe(["500 Internal Server Error"]);
    }

    [Fact]
    public async Task Route_values_of_the_host_are_copied()
    {
        var values = new Dictionary<string, string?> { ["tenant"] = "acme" };
        RouteParams? seen = null;
        using var exchange = new Exchange(new EdgeRequest("GET", new Uri("http://test/x")) { RouteValues = values });
        await new EdgeHost(new EdgeRouter().Get("/x", (req, _) =>
        {
            seen = req.Params;
            return EdgeResponse.Empty();
        })).ServeAsync(exchange);

        values.Clear();

        seen.ShouldNotBeNull()["tenant"].ShouldBe("acme");
    }

    [Fact]
    public async Task A_method_in_another_case_than_HEAD_has_a_body()
    {
        using var exchange = new Exchange(new EdgeRequest("head", new Uri("http://test/none")));

        await new EdgeHost(new EdgeRouter()).ServeAsync(exchange);

        exchange.Sent.ShouldBe(["404 Route head http://test/none not found"]);
    }

    [Fact]
    public async Task CreateContext_that_does_not_start_from_the_hosts_is_an_error_that_says_how()
    {
        using var exchange = new Exchange("/");

        await new EdgeHost(new EdgeRouter().Get((_, _) => EdgeResponse.Empty()), new() { CreateContext = host => new(host.Services) }).ServeAsync(exchange);

        exchange.Errors.ShouldHaveSingleItem().Message.ShouldContain("Pass the host's to its base class");
    }

    [Fact]
    public async Task CreateContext_that_returns_null_is_an_error_that_says_so()
    {
        using var exchange = new Exchange("/");

        await new EdgeHost(new EdgeRouter().Get((_, _) => EdgeResponse.Empty()), new() { CreateContext = _ => null! }).ServeAsync(exchange);

        exchange.Errors.ShouldHaveSingleItem().Message.ShouldStartWith("CreateContext returned null.");
    }

    [Fact]
    public async Task Null_router_exchange_request_or_context_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => new EdgeHost(null!));
        await Should.ThrowAsync<ArgumentNullException>(() => new EdgeHost(new EdgeRouter()).ServeAsync(null!));
        Should.Throw<ArgumentNullException>(() => new Exchange((EdgeRequest)null!));
    }

    /// <summary>Keeps what a host is asked to do.</summary>
    private sealed class Exchange : EdgeExchange, IDisposable
    {
        public Exchange(string path)
            : this(new EdgeRequest("GET", new Uri("http://test" + path)))
        {
        }

        public Exchange(EdgeRequest request)
            : this(request, new())
        {
        }

        private Exchange(EdgeRequest request, CancellationTokenSource gone)
            : base(request, new(null, gone.Token)) => Gone = gone;

        public CancellationTokenSource Gone { get; }

        public int Failures { get; set; }

        public bool FailsToPassOn { get; init; }

        public List<string> Sent { get; } = [];

        public List<string> PassedOn { get; } = [];

        public List<Exception> Errors { get; } = [];

        public List<Exception> BackgroundErrors { get; } = [];

        public TaskCompletionSource Completed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Route { get; private set; }

        public bool IsAborted { get; private set; }

        protected internal override bool HasStarted => Sent.Count > 0;

        public void Dispose() => Gone.Dispose();

        protected internal override async Task SendAsync(HttpResponseMessage response)
        {
            if (Failures-- > 0)
                throw new InvalidTimeZoneException("cannot send");
            Sent.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        protected internal override void Abort() => IsAborted = true;

        protected internal override Task CompleteAsync()
        {
            Completed.SetResult();
            return Task.CompletedTask;
        }

        protected internal override void OnRouteMatched(string? route) => Route = route;

        protected internal override void OnPassedOn(HttpResponseMessage response)
        {
            if (FailsToPassOn)
                throw new InvalidTimeZoneException("cannot pass on");
            PassedOn.Add($"{(int)response.StatusCode} {string.Join(' ', response.Headers.Select(header => header.Key))}");
        }

        protected internal override HttpStatusCode OnError(Exception exception)
        {
            Errors.Add(exception);
            return HttpStatusCode.InternalServerError;
        }

        protected internal override void OnBackgroundError(Exception exception) => BackgroundErrors.Add(exception);
    }
}
