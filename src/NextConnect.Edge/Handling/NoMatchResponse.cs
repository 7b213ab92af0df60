using System.Net;

namespace NextConnect;

/// <summary>What a host that has somewhere else to go gets for a request that no route answered. To the layers that ran it is a 404.</summary>
internal sealed class NoMatchResponse() : HttpResponseMessage(HttpStatusCode.NotFound)
{
    /// <summary>Returns options whose default answer is this one; an <c>OnNoMatch</c> of the user's own still answers.</summary>
    public static EdgeHandlerOptions Instead(EdgeHandlerOptions? options) => new()
    {
        CreateContext = options?.CreateContext,
        OnError = options?.OnError,
        OnNoMatch = options?.OnNoMatch ?? ((_, _) => Task.FromResult<HttpResponseMessage>(new NoMatchResponse())),
        HandleMethodNotAllowed = options?.HandleMethodNotAllowed ?? false,
        HandleOptions = options?.HandleOptions ?? false,
    };
}
