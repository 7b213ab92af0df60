using System.Net;

namespace NextConnect;

/// <summary>Tells a host that no route handles a request, so that it passes the request on. Layers see a 404.</summary>
internal sealed class NoMatchResponse() : OwnResponse(HttpStatusCode.NotFound)
{
    public static Task<HttpResponseMessage> CreateAsync(HttpRequestMessage req, EdgeContext ctx) => Task.FromResult<HttpResponseMessage>(new NoMatchResponse());
}
