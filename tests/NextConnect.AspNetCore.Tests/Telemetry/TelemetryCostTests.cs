using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Telemetry costs nothing when nobody listens: the chain alone, which has none, allocates as much as <c>Handler</c>.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryCostTests
{
    private static readonly NodeRouter Router = new NodeRouter().Use((_, _, next) => next()).Get("/users/7", (_, res) =>
    {
        res.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });
    private static readonly RequestDelegate Handler = Router.Handler();
    private static readonly NodeRequestHandler Dispatcher = new(Router.Table, new());

    [Fact]
    public void Handler_allocates_nothing_extra_when_nobody_listens()
    {
        var run = Allocated(Chain);

        run.ShouldBeGreaterThan(0);
        Allocated(Handler.Invoke).ShouldBe(run);
    }

    [Fact]
    public void The_measurement_sees_what_telemetry_allocates()
    {
        using var telemetry = Telemetry.Listen();

        Allocated(Handler.Invoke).ShouldBeGreaterThan(Allocated(Chain));
    }

    [Fact]
    public void What_the_Edge_host_adds_allocates_nothing_when_nobody_listens()
    {
        Allocated(context =>
        {
            RouteTag.Set(context, "/users/:id");
            return RouterTelemetry.IsOn ? throw new InvalidOperationException("Somebody listens.") : Task.CompletedTask;
        }).ShouldBe(0);
    }

    private static Task Chain(HttpContext context) => Dispatcher.DispatchAsync(context.Request, context.Response);

    private static long Allocated(Func<HttpContext, Task> send)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/users/7" } };
        context.Features.Set<IRouteValuesFeature>(new RouteValuesFeature());
        for (var i = 0; i < 100; i++)
            Send();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Send();
        return GC.GetAllocatedBytesForCurrentThread() - before;

        void Send()
        {
            context.Request.RouteValues.Clear();
            send(context).IsCompletedSuccessfully.ShouldBeTrue();
        }
    }
}
