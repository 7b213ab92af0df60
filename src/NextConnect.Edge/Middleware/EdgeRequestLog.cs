using System.Diagnostics;

namespace NextConnect;

/// <summary>The middleware of <see cref="EdgeMiddleware.RequestLog(Action{EdgeRequestReport}, TimeProvider?)"/>.</summary>
internal sealed class EdgeRequestLog(Action<EdgeContext, EdgeRequestReport> log, TimeProvider time) : IEveryResponseMiddleware
{
    public Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next)
    {
        Prepare(req, ctx);
        return next();
    }

    public void Prepare(HttpRequestMessage req, EdgeContext ctx)
    {
        var start = time.GetTimestamp();
        var route = req.Route;
        Activity.Current?.SetTag("http.route", route);
        (RequestState.Of(req).Watchers ??= new()).Add((response, error) => log(
            ctx,
            new(req.Method.Method, route, RequestState.PathOf(req) ?? "", (int?)response?.StatusCode, time.GetElapsedTime(start), error)));
    }
}
