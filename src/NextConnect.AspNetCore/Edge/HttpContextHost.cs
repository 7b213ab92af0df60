using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Serves an <see cref="EdgeRouter"/>'s requests from an ASP.NET Core pipeline.</summary>
/// <param name="host">Serves the router.</param>
/// <param name="rest">Receives requests that no route handles; null when the router always responds.</param>
internal sealed class HttpContextHost(EdgeHost host, RequestDelegate? rest)
{
    public Task InvokeAsync(HttpContext context) => RouterTelemetry.IsOn ? RouterTelemetry.ObserveAsync(context, ServeAsync) : ServeAsync(context);

    private Task ServeAsync(HttpContext context)
    {
        var exchange = new HttpContextExchange(context);
        return rest is null ? host.ServeAsync(exchange) : ServeOrPassOnAsync(exchange, context);
    }

    private async Task ServeOrPassOnAsync(HttpContextExchange exchange, HttpContext context)
    {
        if (await host.TryServeAsync(exchange).ConfigureAwait(false))
            return;
        using (exchange.Request)
            await rest!(context).ConfigureAwait(false); // its errors propagate
    }
}
