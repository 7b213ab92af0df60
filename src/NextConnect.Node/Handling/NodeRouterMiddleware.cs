using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>A router in a pipeline: requests that it does not handle continue to the rest, whose errors it does not handle.</summary>
internal sealed class NodeRouterMiddleware(RouteTable table, NodeHandlerOptions options, RequestDelegate rest)
{
    private readonly NodeRequestHandler _handler = new(table, options);

    public Task InvokeAsync(HttpContext context) => RouterTelemetry.IsOn ? RouterTelemetry.ObserveAsync(context, RunAsync) : RunAsync(context);

    private async Task RunAsync(HttpContext context)
    {
        var fallThrough = new FallThrough(context, rest);
        try
        {
            await _handler.DispatchAsync(context.Request, context.Response, fallThrough.RunAsync).ConfigureAwait(false);
        }
        catch (Exception error) when (!ReferenceEquals(error, fallThrough.Error))
        {
            if (await NodeErrors.TryAbandonAsync(context, error).ConfigureAwait(false))
                return;
            if (options.OnError is null)
            {
                await CompleteResponse.TryEndAsync(context.Response).ConfigureAwait(false); // the server truncates a response when an error reaches it
                throw;
            }
            await _handler.HandleErrorAsync(context, error).ConfigureAwait(false);
        }
    }

    /// <summary>The rest of the pipeline for one request. It sees the route values as they were before the router, and no route.</summary>
    private sealed class FallThrough(HttpContext context, RequestDelegate rest)
    {
        private readonly RouteValueDictionary _outer = new(context.Request.RouteValues);

        /// <summary>Gets the error that the rest threw.</summary>
        public Exception? Error { get; private set; }

        public async Task RunAsync(HttpRequest req, HttpResponse res)
        {
            if (CompleteResponse.IsBuffered(res) || await CompleteResponse.TryEndAsync(res).ConfigureAwait(false))
                return; // a layer has responded and then called next: nothing that follows could respond
            using var scope = new RouteScope(req, _outer);
            try
            {
                await rest(context).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                Error = error;
                throw;
            }
        }
    }
}
