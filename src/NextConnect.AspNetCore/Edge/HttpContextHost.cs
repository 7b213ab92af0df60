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
        if (!HttpContextRequest.HasMethod(context.Request))
            return NodeDefaultResponses.StatusAsync(context.Response, StatusCodes.Status400BadRequest);
        var exchange = new HttpContextExchange(context);
        return rest is null ? host.ServeAsync(exchange) : ServeOrPassOnAsync(exchange, context);
    }

    private async Task ServeOrPassOnAsync(HttpContextExchange exchange, HttpContext context)
    {
        var serving = host.TryServeAsync(exchange);
        if (!serving.IsCompleted)
            await Task.WhenAny(serving, exchange.PassedOn).ConfigureAwait(false); // the rest does not wait for background work
        if (exchange.PassedOn.IsCompleted)
        {
            context.Response.RegisterForDispose(exchange.Request);
            context.Response.OnCompleted(() => serving); // before what was registered earlier: the request and its services live until the work has ended
            await rest!(context).ConfigureAwait(false); // its errors propagate
        }
        else
        {
            await serving.ConfigureAwait(false);
        }
    }
}
