using System.Diagnostics;

namespace NextConnect;

/// <content>Request logs.</content>
public static partial class EdgeMiddleware
{
    /// <summary>
    /// Reports each request when its layers have ended, failed ones too, to whatever log you have; and names the route on the running
    /// <see cref="Activity"/> as OpenTelemetry does, <c>http.route</c>. Put it in front.
    /// </summary>
    /// <param name="report">Gets the report; it must not throw.</param>
    /// <param name="clock">What measures; null for the system's.</param>
    /// <returns>The middleware.</returns>
    /// <example><code>router.Use(EdgeMiddleware.RequestLog(entry => logger.LogInformation("{Method} {Route} {Status}", entry.Method, entry.Route, entry.Status)));</code></example>
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
