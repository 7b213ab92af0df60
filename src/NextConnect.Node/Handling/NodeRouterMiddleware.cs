using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>A router in the middle of a pipeline: what it does not answer falls through to the rest, and the rest's errors are not its own.</summary>
internal sealed class NodeRouterMiddleware(RouteTable table, NodeHandlerOptions options, RequestDelegate rest)
{
    private readonly NodeErrorHandler? _onError = options.OnError;

    /// <summary>The 204 and 405 of the options; it is asked only when no route matches.</summary>
    private readonly NodeRequestHandler _automatic = new(table, options);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "OnError sees every error of the router.")]
    public async Task InvokeAsync(HttpContext context)
    {
        var fall = new FallThrough(context, rest);
        try
        {
            await RunAsync(context, fall).ConfigureAwait(false);
        }
        catch (Exception error) when (_onError is not null && !ReferenceEquals(error, fall.Error) && !NodeDefaultResponses.IsAbort(context, error))
        {
            await _automatic.AnswerErrorAsync(context, error).ConfigureAwait(false);
        }
    }

    private Task RunAsync(HttpContext context, FallThrough fall)
    {
        var (req, res) = (context.Request, context.Response);
        var path = req.Path.Value ?? "";
        if (!RequestPath.IsRoutable(path))
            return NodeDefaultResponses.StatusAsync(req, res, StatusCodes.Status400BadRequest);

        var match = table.Find(req.Method, path);
        var end = match.IsMiddlewareOnly ? _automatic.AutomaticAnswer(req.Method, path) ?? fall.RunAsync : fall.RunAsync;
        NodeParams.Set(req, match);
        return NodeRun.Of(match, req, res, end).Run();
    }

    /// <summary>The rest of the pipeline for one request. It sees the route values as they were before the router.</summary>
    private sealed class FallThrough(HttpContext context, RequestDelegate rest)
    {
        private readonly RouteValueDictionary _outer = new(context.Request.RouteValues);

        /// <summary>Gets what the rest has thrown.</summary>
        public Exception? Error { get; private set; }

        public async Task RunAsync(HttpRequest req, HttpResponse res)
        {
            var own = req.RouteValues;
            req.RouteValues = _outer;
            try
            {
                await rest(context).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                Error = error;
                throw;
            }
            finally
            {
                req.RouteValues = own;
            }
        }
    }
}
