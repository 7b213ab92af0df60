using System.Net;

namespace NextConnect;

/// <summary>What a host that can pass a request on receives when no route handles it. To the layers that ran it is a 404.</summary>
internal sealed class NoMatchResponse() : HttpResponseMessage(HttpStatusCode.NotFound)
{
    public static Task<HttpResponseMessage> CreateAsync(HttpRequestMessage req, EdgeContext ctx) => Task.FromResult<HttpResponseMessage>(new NoMatchResponse());
}
