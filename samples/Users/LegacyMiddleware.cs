using System.Diagnostics;
using System.Globalization;
using NextConnect;

namespace Users;

/// <summary>Callback middleware as one brings it from Express. <see cref="ExpressWrapper"/> makes handlers of these.</summary>
internal static class LegacyMiddleware
{
    public static void RequestId(HttpRequest req, HttpResponse res, ExpressNext next)
    {
        res.Headers["X-Request-Id"] = Guid.NewGuid().ToString("N");
        next();
    }

    public static void ResponseTime(HttpRequest req, HttpResponse res, ExpressNext next)
    {
        var clock = Stopwatch.StartNew();
        res.OnStarting(() =>
        {
            res.Headers["X-Response-Time"] = clock.Elapsed.TotalMilliseconds.ToString("0.0ms", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        next();
    }
}
