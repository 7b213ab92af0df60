using System.Net;

namespace NextConnect;

/// <summary>Receives what a request handler reports to its host.</summary>
internal interface IRequestObserver
{
    /// <summary>Receives the route before its chain runs.</summary>
    void OnRouteMatched(string? route);

    /// <summary>Logs an error that no <c>OnError</c> has handled, and returns the status of the response.</summary>
    HttpStatusCode OnError(Exception error);

    /// <summary>Logs an error of <c>next</c> that a layer has not awaited; the layer's response stands.</summary>
    void OnUnawaitedError(Exception error, string layer);

    /// <summary>Returns whether an error only means that the client has disconnected.</summary>
    bool IsDisconnect(EdgeContext ctx, Exception error);
}
