using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NextConnect;

/// <summary>Reports a forgotten response: in development, a request that ended without any is logged.</summary>
internal static class MissingResponse
{
    /// <summary>Logs a request whose response is still as the server has made it.</summary>
    /// <param name="res">The response, which has not started.</param>
    /// <param name="last">The last layer reached.</param>
    public static void Report(HttpResponse res, RouteLayer last)
    {
        if (res.StatusCode != StatusCodes.Status200OK || res.Headers.Count > 0 || ResponseState.HasBegun(res))
            return;
        var context = res.HttpContext;
        if (context.RequestServices?.GetService<IHostEnvironment>()?.IsDevelopment() == true && !context.RequestAborted.IsCancellationRequested)
            Log.NoResponse(Log.Of(context), last.DisplayName, context.Request.Method, context.Request.Path.Value ?? "");
    }
}
