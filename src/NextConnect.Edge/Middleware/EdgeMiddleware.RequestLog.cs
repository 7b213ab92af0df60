using System.Diagnostics;

namespace NextConnect;

/// <content>Request logs.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Reports each request when its layers have ended, failed ones too, and sets OpenTelemetry's <c>http.route</c> on the current <see cref="Activity"/>.
    /// Register it first.
    /// </summary>
    /// <param name="report">Receives the report; must not throw.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use(EdgeMiddleware.RequestLog(entry => logger.LogInformation("{Route} {Status}", entry.Route, entry.Status)));</code></example>
    public static EdgeHandler RequestLog(Action<EdgeRequestReport> report, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var time = clock ?? TimeProvider.System;
        return async (req, _, next) =>
        {
            var start = time.GetTimestamp();
            var route = req.Route;
            Activity.Current?.SetTag("http.route", route);
            int? status = null;
            Exception? error = null;
            try
            {
                var response = await next().ConfigureAwait(false);
                status = (int)response.StatusCode;
                return response;
            }
            catch (Exception thrown)
            {
                error = thrown;
                throw;
            }
            finally
            {
                report(new(req.Method.Method, route, RequestState.PathOf(req) ?? "", status, time.GetElapsedTime(start), error));
            }
        };
    }
}
