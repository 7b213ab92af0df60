using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Traces and metrics by the OpenTelemetry HTTP conventions. Without a listener, a request only checks two flags.</summary>
internal static class RouterTelemetry
{
    private const string Name = "NextConnect";
    private const string OtherMethod = "_OTHER";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "nextconnect.request.duration",
        "s",
        "Duration of requests in a router's handler.",
        tags: null,
        new InstrumentAdvice<double> // the boundaries that the conventions ask for
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });

    /// <summary>Gets whether anything listens to the routers' spans or measurements.</summary>
    public static bool IsOn => Source.HasListeners() || Duration.Enabled;

    /// <summary>Runs a function that responds to a request inside a span, and measures it.</summary>
    public static async Task ObserveAsync(HttpContext context, Func<HttpContext, Task> respond)
    {
        var start = Stopwatch.GetTimestamp();
        var outer = context.Features.Get<ObservedRequest>();
        var method = KnownMethod(context.Request.Method);
        using var activity = Source.StartActivity(method);
        var request = new ObservedRequest(activity);
        context.Features.Set(request);
        Exception? failure = null;
        try
        {
            await respond(context).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
        finally
        {
            context.Features.Set(outer);
            End(activity, context, method, request.Route, failure, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Returns a span's name as the conventions define it: <c>GET /users/:id</c>.</summary>
    public static string SpanName(string method, string? route) => $"{(method == OtherMethod ? "HTTP" : method)} {route}".TrimEnd();

    /// <summary>Returns a method that the conventions know, or one name for all others: clients may send any, and must not flood the metrics.</summary>
    public static string KnownMethod(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT" ? method : OtherMethod;

    private static void End(Activity? activity, HttpContext context, string method, string? route, Exception? failure, TimeSpan elapsed)
    {
        var status = context.Response.StatusCode;
        var tags = new TagList { { "http.request.method", method } };
        if (failure is null)
            tags.Add("http.response.status_code", status); // the pipeline around chooses that of a failure
        if (route is not null)
            tags.Add("http.route", route);
        if (failure is not null || status >= StatusCodes.Status500InternalServerError)
        {
            tags.Add("error.type", failure?.GetType().FullName ?? status.ToString(CultureInfo.InvariantCulture));
            activity?.SetStatus(ActivityStatusCode.Error);
        }
        Duration.Record(elapsed.TotalSeconds, tags);

        if (activity is not { IsAllDataRequested: true })
            return;
        activity.DisplayName = SpanName(method, route);
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (method == OtherMethod)
            activity.SetTag("http.request.method_original", context.Request.Method);
    }
}
