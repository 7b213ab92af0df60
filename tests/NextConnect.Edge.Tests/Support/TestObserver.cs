using System.Net;

namespace NextConnect.Edge.Tests.Support;

/// <summary>Stands for a host: receives the errors that no <c>OnError</c> has handled.</summary>
internal sealed class TestObserver(Func<Exception, HttpStatusCode> onError) : IRequestObserver
{
    public static Task<HttpResponseMessage> InvokeAsync(
        EdgeRouter router, EdgeHandlerOptions? options, HttpRequestMessage req, EdgeContext ctx, Func<Exception, HttpStatusCode> onError) =>
        router.CreateHandler(options).InvokeAsync(req, ctx, new TestObserver(onError), passesOn: false);

    public void OnRouteMatched(string? route)
    {
    }

    public HttpStatusCode OnError(Exception error) => onError(error);

    public void OnUnawaitedError(Exception error, string layer) => onError(error);

    public bool IsDisconnect(EdgeContext ctx, Exception error) => StandardErrorObserver.Instance.IsDisconnect(ctx, error);
}
