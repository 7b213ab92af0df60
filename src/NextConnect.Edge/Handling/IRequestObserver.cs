using System.Net;

namespace NextConnect;

/// <summary>What a request handler tells its host.</summary>
internal interface IRequestObserver
{
    /// <summary>A route matches; its chain runs next.</summary>
    void OnRouteMatched(string route);

    /// <summary>Logs an error that no <c>OnError</c> has handled, and returns the status of the response.</summary>
    HttpStatusCode OnError(HttpRequestMessage req, Exception error);

    /// <summary>Tells whether an error only means that the client has disconnected.</summary>
    bool IsDisconnect(EdgeContext ctx, Exception error);
}
