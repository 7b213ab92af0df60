using System.Diagnostics;
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

    [Fact]
    public async Task Failed_request_is_reported_with_its_error()
    {
        using var response = await Router().SendAsync(Get("/api/fail"), new() { OnError = (_, _, _) => Task.FromResult(EdgeResponse.Empty()) });

        var report = _reports.ShouldHaveSingleItem();
        report.Status.ShouldBeNull();
        report.Error.ShouldBeOfType<TimeoutException>();
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
        .Use("/api", new EdgeRouter().Get("/users/:id", (_, _) => EdgeResponse.Text("ok")).Get("/fail", (_, _) => throw new TimeoutException()));
}
