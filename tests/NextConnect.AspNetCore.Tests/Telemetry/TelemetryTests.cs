using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryGroup;

[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    public static TheoryData<string> Kinds => ["node", "edge"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_route_is_on_the_servers_span_and_on_its_request_duration(string kind)
    {
        using var telemetry = Telemetry.Listen();
        await using var server = await LiveServer.StartAsync(Delegate(kind));

        (await server.GetAsync("/users/7")).Status.ShouldBe(200);

        var span = telemetry.NextSpan("Microsoft.AspNetCore");
        span.GetTagItem("http.route").ShouldBe("/users/:id");
        span.DisplayName.ShouldBe("GET /users/:id");
        var duration = telemetry.NextMeasurement("http.server.request.duration");
        duration["http.route"].ShouldBe("/users/:id");
        duration["http.response.status_code"].ShouldBe(200);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_routers_own_span_and_duration_follow_the_conventions(string kind)
    {
        using var telemetry = Telemetry.Listen();
        await using var server = await LiveServer.StartAsync(Delegate(kind));

        (await server.SendAsync("HEAD", "/users/7")).Status.ShouldBe(200);

        var span = telemetry.NextSpan("NextConnect");
        (span.DisplayName, span.Kind, span.Status).ShouldBe(("HEAD /users/:id", ActivityKind.Internal, ActivityStatusCode.Unset));
        span.TagObjects.ToDictionary().ShouldBe(new Dictionary<string, object?>
        {
            ["http.request.method"] = "HEAD",
            ["http.response.status_code"] = 200,
            ["http.route"] = "/users/:id",
        });
        var duration = telemetry.NextMeasurement("nextconnect.request.duration");
        duration.ShouldBe(span.TagObjects.ToDictionary());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_error_is_on_the_span_and_the_duration(string kind)
    {
        using var telemetry = Telemetry.Listen();
        await using var server = await LiveServer.StartAsync(Delegate(kind));

        (await server.GetAsync("/broken")).Status.ShouldBe(500);

        var span = telemetry.NextSpan("NextConnect");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("500");
        telemetry.NextMeasurement("nextconnect.request.duration")["error.type"].ShouldBe("500");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_request_without_a_route_and_with_an_unknown_method_adds_no_new_values(string kind)
    {
        using var telemetry = Telemetry.Listen();
        await using var server = await LiveServer.StartAsync(Delegate(kind));

        (await server.SendAsync("X-RANDOM", "/nothing/here")).Status.ShouldBe(404);

        var span = telemetry.NextSpan("NextConnect");
        span.DisplayName.ShouldBe("HTTP");
        span.GetTagItem("http.request.method_original").ShouldBe("X-RANDOM");
        var duration = telemetry.NextMeasurement("nextconnect.request.duration");
        duration.ShouldNotContainKey("http.route");
        duration["http.request.method"].ShouldBe("_OTHER");
        telemetry.NextMeasurement("http.server.request.duration").ShouldNotContainKey("http.route");
    }

    [Fact]
    public async Task The_innermost_routers_pattern_has_the_last_word()
    {
        using var telemetry = Telemetry.Listen();
        var edge = Delegate("edge");
        await using var server = await LiveServer.StartAsync(new NodeRouter().All("/*", (req, res) => edge(req.HttpContext)));

        (await server.GetAsync("/users/7")).Status.ShouldBe(200);

        telemetry.NextMeasurement("http.server.request.duration")["http.route"].ShouldBe("/users/:id");
        telemetry.NextSpan("NextConnect").DisplayName.ShouldBe("GET /users/:id");
        telemetry.NextSpan("NextConnect").DisplayName.ShouldBe("GET /*");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_router_in_a_pipeline_is_observed_too_by_the_name_that_its_handlers_read(string kind)
    {
        using var telemetry = Telemetry.Listen();
        await using var server = await LiveServer.StartAsync(app => _ = kind == "node"
            ? app.UseNextConnect(new NodeRouter().All((_, _, next) => next()).Get("users/:id", (req, res) => res.WriteAsync(req.Route!)))
            : app.UseNextConnect(new EdgeRouter().All((_, _, next) => next()).Get("users/:id", (req, _) => EdgeResponses.Text(req.Route!))));

        (await server.GetAsync("/users/7")).Body.ShouldBe("/users/:id");

        telemetry.NextSpan("NextConnect").DisplayName.ShouldBe("GET /users/:id");
        telemetry.NextMeasurement("nextconnect.request.duration")["http.route"].ShouldBe("/users/:id");
        telemetry.NextMeasurement("http.server.request.duration")["http.route"].ShouldBe("/users/:id");
    }

    [Fact]
    public async Task An_error_that_leaves_the_router_for_the_pipeline_is_on_the_span_by_its_type()
    {
        using var telemetry = Telemetry.Listen();
        var router = new NodeRouter().Get("/", (_, _) => throw new InvalidTimeZoneException());
        await using var server = await LiveServer.StartAsync(app => app.UseNextConnect(router));

        (await server.GetAsync("/")).Status.ShouldBe(500);

        var span = telemetry.NextSpan("NextConnect");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        var duration = telemetry.NextMeasurement("nextconnect.request.duration");
        duration["error.type"].ShouldBe("System.InvalidTimeZoneException");
        duration.ShouldNotContainKey("http.response.status_code");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Inside_an_endpoint_the_servers_duration_keeps_the_endpoints_pattern(string kind)
    {
        using var telemetry = Telemetry.Listen();
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseRouting();
            app.Map("/users/{**rest}", Delegate(kind));
        });

        (await server.GetAsync("/users/7")).Status.ShouldBe(200);

        telemetry.NextMeasurement("http.server.request.duration")["http.route"].ShouldBe("/users/{**rest}");
        telemetry.NextMeasurement("nextconnect.request.duration")["http.route"].ShouldBe("/users/:id");
    }

    private static RequestDelegate Delegate(string kind) => kind == "node"
        ? new NodeRouter().Use("/users", (_, _, next) => next()).Get("/users/:id", (_, res) => res.WriteAsync("user"))
            .All("/broken", (_, _) => throw new InvalidOperationException("broken")).Handler()
        : new EdgeRouter().Use("/users", (_, _, next) => next()).Get("/users/:id", (_, _) => EdgeResponses.Text("user"))
            .All("/broken", (req, _) => throw new InvalidOperationException("broken")).ToRequestDelegate();
}
