using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Middleware;

public sealed class RequestLogTests
{
    private readonly List<EdgeRequestReport> _reports = [];

    [Fact]
    public async Task Report_names_the_route_with_its_base_path_not_the_address()
    {
        using var activity = new Activity("request").Start();
        using var response = await Router().SendAsync(Get("/api/users/7?secret=1"));

        var report = _reports.ShouldHaveSingleItem();
        report.Method.ShouldBe("GET");
        report.Route.ShouldBe("/api/users/:id");
        report.Path.ShouldBe("/api/users/7");
        report.Status.ShouldBe(200);
        report.Error.ShouldBeNull();
        report.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
        activity.GetTagItem("http.route").ShouldBe("/api/users/:id");
    }

    [Theory]
    [InlineData("/api/fail", 500, typeof(TimeoutException))]
    [InlineData("/api/bad", 400, typeof(EdgeRequestException))]
    [InlineData("/api/refused", 500, typeof(InvalidOperationException))]
    [InlineData("/api/decided", 403, null)]
    [InlineData("/api/next", 404, null)]
    [InlineData("/nothing", 404, null)]
    public async Task Report_has_the_status_that_is_sent(string path, int status, Type? error)
    {
        using var req = Get(path);
        using var response = await TestObserver.InvokeAsync(Router(), new(), req, new(), _ => HttpStatusCode.InternalServerError);

        ((int)response.StatusCode).ShouldBe(status);
        var report = _reports.ShouldHaveSingleItem();
        report.Status.ShouldBe(status);
        report.Path.ShouldBe(path);
        report.Error?.GetType().ShouldBe(error);
    }

    [Fact]
    public async Task Report_has_the_status_of_OnError_of_OnNoMatch_and_of_405()
    {
        var options = new EdgeHandlerOptions
        {
            OnError = (_, _, _) => Task.FromResult(EdgeResponse.Empty((HttpStatusCode)418)),
            OnNoMatch = (_, _) => Task.FromResult(EdgeResponse.Empty(HttpStatusCode.Gone)),
            HandleMethodNotAllowed = true,
        };

        using var failed = await Router().SendAsync(Get("/api/fail"), options);
        using var none = await Router().SendAsync(Get("/nothing"), options);
        using var notAllowed = await Router().SendAsync(Request(HttpMethod.Post, "/api/fail"), options);

        _reports.Select(report => report.Status).ShouldBe([418, 410, 405]);
    }

    [Fact]
    public async Task Client_that_leaves_is_reported_without_a_status()
    {
        using var gone = new CancellationTokenSource();
        var router = new EdgeRouter().Use(EdgeMiddleware.RequestLog(_reports.Add)).Get("/", async (_, ctx) =>
        {
            await gone.CancelAsync();
            ctx.Aborted.ThrowIfCancellationRequested();
            return EdgeResponse.Empty();
        });

        await Should.ThrowAsync<OperationCanceledException>(() => router.SendAsync(Get("/"), ctx: new(null, gone.Token)));

        var report = _reports.ShouldHaveSingleItem();
        report.Status.ShouldBeNull();
        report.Error.ShouldBeOfType<OperationCanceledException>();
    }

    [Fact]
    public async Task RunAsync_reports_too_and_a_router_inside_another_reports_its_own_response()
    {
        using var ok = Get("/api/users/7");
        using var fail = Get("/api/fail");
        using var run = await Router().RunAsync(ok, new());
        await Should.ThrowAsync<TimeoutException>(() => Router().RunAsync(fail, new()));
        _reports.Select(report => report.Status).ShouldBe([200, null]);

        var outer = new EdgeRouter().Use(EdgeMiddleware.RequestLog(_reports.Add), async (_, _, next) =>
        {
            await next();
            return EdgeResponse.Empty(HttpStatusCode.Accepted);
        }).All(new EdgeEndpoint(Router().Handler()));
        using var nested = await outer.SendAsync(Get("/api/users/7"));

        _reports.Skip(2).Select(report => report.Status).ShouldBe([200, 202]);
    }

    [Fact]
    public async Task Request_that_is_passed_on_has_no_status_yet()
    {
        var router = new EdgeRouter().All(EdgeMiddleware.RequestLog(_reports.Add), (_, _, next) => next());
        var inner = new EdgeRouter().Get((_, _) => EdgeResponse.Text("inner")).ToHttpMessageHandler();
        using var client = new HttpClient(router.ToHttpMessageHandler(inner: inner));

        (await client.GetStringAsync(new Uri("http://test/"))).ShouldBe("inner");

        _reports.ShouldHaveSingleItem().Status.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_report_it_goes_to_the_log_of_the_host()
    {
        var log = new ListLogger();
        using var response = await Logged().SendAsync(Get("/users/7"), ctx: new(new LoggerServices(log)));

        log.Category.ShouldBe("NextConnect");
        log.Lines.ShouldHaveSingleItem().ShouldStartWith("Information: GET /users/7 (/users/:id) responded 204 in ");
    }

    [Fact]
    public async Task Route_is_null_where_only_middleware_matches()
    {
        using var req = Get("/nothing");
        using var response = await new EdgeRouter().Use((req, _, _) => Task.FromResult(EdgeResponse.Text(req.Route ?? "none"))).RunAsync(req, new());

        (await response!.TextAsync()).ShouldBe("none");
    }

    private EdgeRouter Router() => new EdgeRouter()
        .Use(EdgeMiddleware.RequestLog(_reports.Add))
        .Use("/api", new EdgeRouter().Get("/users/:id", (_, _) => EdgeResponse.Text("ok"))
            .Get("/fail", (_, _) => throw new TimeoutException())
            .Get("/bad", (_, _) => throw new EdgeRequestException("query", "It is malformed."))
            .Get("/decided", (req, _) => throw req.Respond(EdgeResponse.Empty(HttpStatusCode.Forbidden)))
            .Get("/next", (_, _, next) => next())
            .Get("/refused", (_, _) =>
            {
                var response = EdgeResponse.Empty();
                response.Headers.TryAddWithoutValidation("X-Name", "café");
                return response;
            }));

    private static EdgeRouter Logged() => new EdgeRouter().Use(EdgeMiddleware.RequestLog()).Get("/users/:id", (_, _) => EdgeResponse.Empty());

    private sealed class LoggerServices(ListLogger log) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? log : null;
    }

    private sealed class ListLogger : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public string? Category { get; private set; }

        public ILogger CreateLogger(string categoryName)
        {
            Category = categoryName;
            return this;
        }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
