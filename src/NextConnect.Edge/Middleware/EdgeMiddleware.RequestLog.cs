using Microsoft.Extensions.Logging;

namespace NextConnect;

/// <content>Request logs.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Logs each request, with the status that the router has decided (none when it passes the request on), to the <see cref="ILogger"/> of the host's services
    /// under the category <c>NextConnect</c>, as information; to standard error when the host has none. Register it first.
    /// </summary>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use(EdgeMiddleware.RequestLog());</code></example>
    public static EdgeHandler RequestLog(TimeProvider? clock = null) => new EdgeRequestLog(Log, clock ?? TimeProvider.System).InvokeAsync;

    /// <summary>
    /// Reports each request when its response is decided: those of errors, of <c>OnError</c> and of no match too. Sets OpenTelemetry's <c>http.route</c> on the
    /// current <see cref="System.Diagnostics.Activity"/>. Register it first.
    /// </summary>
    /// <param name="report">Receives the report; must not throw.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use(EdgeMiddleware.RequestLog(report => Console.WriteLine($"{report.Route} {report.Status}")));</code></example>
    public static EdgeHandler RequestLog(Action<EdgeRequestReport> report, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new EdgeRequestLog((_, entry) => report(entry), clock ?? TimeProvider.System).InvokeAsync;
    }

    private static void Log(EdgeContext ctx, EdgeRequestReport report)
    {
        if (ctx.Services?.GetService(typeof(ILoggerFactory)) is ILoggerFactory loggers)
            Responded(loggers.CreateLogger("NextConnect"), report.Method, report.Path, report.Route, report.Status, report.Duration.TotalMilliseconds);
        else
            Console.Error.WriteLine($"{report.Method} {report.Path} {report.Status} {report.Duration.TotalMilliseconds:0.0} ms");
    }

    [LoggerMessage(10, LogLevel.Information, "{Method} {Path} ({Route}) responded {Status} in {Milliseconds} ms.")]
    private static partial void Responded(ILogger logger, string method, string path, string? route, int? status, double milliseconds);
}
