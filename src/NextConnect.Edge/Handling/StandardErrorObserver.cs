using System.Net;

namespace NextConnect;

/// <summary>The observer without a host: errors go to standard error, as with next-connect's <c>console.error</c>.</summary>
internal sealed class StandardErrorObserver : IRequestObserver
{
    public static StandardErrorObserver Instance { get; } = new();

    public static void Log(Exception error) => Console.Error.WriteLine(error);

    public void OnRouteMatched(string? route)
    {
    }

    public HttpStatusCode OnError(Exception error)
    {
        Log(error);
        return HttpStatusCode.InternalServerError;
    }

    public void OnUnawaitedError(Exception error, string layer) => Log(error);

    public bool IsDisconnect(EdgeContext ctx, Exception error) =>
        ctx.Aborted.IsCancellationRequested && IsTransportError(error);

    /// <summary>Layers that did not await <c>next</c> may each have met the end of the connection.</summary>
    private static bool IsTransportError(Exception error) => error is AggregateException { InnerExceptions: var errors }
        ? errors.All(IsTransportError)
        : CauseOf(error) is OperationCanceledException or IOException;

    /// <summary>Unwraps an error of the stream that a content has copied, or a client has sent.</summary>
    public static Exception CauseOf(Exception error)
    {
        while (error is HttpRequestException { InnerException: { } inner })
            error = inner;
        return error;
    }
}
