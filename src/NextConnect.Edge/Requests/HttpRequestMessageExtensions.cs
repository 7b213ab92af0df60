using System.Net.Http.Headers;

namespace NextConnect;

/// <summary>Reads what the router has found, the query, and the headers of a request.</summary>
public static class HttpRequestMessageExtensions
{
    extension(HttpRequestMessage req)
    {
        /// <summary>
        /// Gets the route parameters of all matching layers: later layers override earlier ones, but a layer sees the values of its own pattern. What
        /// the request had before overrides all, such as the parameters of a router that runs this one.
        /// </summary>
        public RouteParams Params => RequestState.Find(NotNull(req))?.Params ?? RouteParams.Empty;

        /// <summary>
        /// Gets the pattern of the first route that matches and has one, with a leading slash and base paths included: <c>/users/:id</c>. OpenTelemetry's
        /// <c>http.route</c> has the same value. Null when no such route matches.
        /// </summary>
        public string? Route => RequestState.Find(NotNull(req))?.Route;

        /// <summary>
        /// Gets the query parameters, decoded (<c>+</c> is a space): <c>req.Query["q"]</c> is the first value, <c>req.Query.All("tag")</c> all of them.
        /// Each reading parses the URI again.
        /// </summary>
        public NameValueList Query => QueryReader.Read(NotNull(req).RequestUri);

        /// <summary>
        /// Gets the cookies as the browser's next request will send them: those of this request, their values percent-decoded as by ASP.NET Core, with what
        /// <c>ResponseCookies</c> has set and deleted so far. Each reading parses the header again.
        /// </summary>
        /// <exception cref="EdgeRequestException">The Cookie header has a control character.</exception>
        public NameValueList Cookies => CookieReader.Read(NotNull(req));

        /// <summary>
        /// Gets the cookies that the response to this request will set, even a redirect thrown later; not the default 500, nor the default problem document.
        /// </summary>
        /// <example><code>req.ResponseCookies.Set("b", "1");</code></example>
        public EdgeResponseCookies ResponseCookies => RequestState.Of(NotNull(req)).Cookies ??= new();

        /// <summary>Gets the token of <c>Authorization: Bearer …</c> (RFC 6750); null unless there is exactly one such header.</summary>
        public string? BearerToken =>
            NotNull(req).Headers.NonValidated.TryGetValues("Authorization", out var values) && values.Count == 1
            && AuthenticationHeaderValue.TryParse(values.ToString(), out var value)
            && value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
                ? value.Parameter
                : null;

        /// <summary>Gets the id of the last event that a reconnecting <c>EventSource</c> has received; null for a first connection.</summary>
        public string? LastEventId => NotNull(req).Headers.NonValidated.TryGetValues("Last-Event-ID", out var values) ? values.ToString() : null;

        /// <summary>
        /// Decides the response of the running handler, as Next.js's <c>redirect()</c> and <c>notFound()</c> do; throw the result to end the handler. Earlier
        /// layers receive the response from <c>next</c> like any other, and <c>OnError</c> is not called.
        /// </summary>
        /// <param name="response">The response.</param>
        /// <returns>The exception to throw.</returns>
        /// <remarks>
        /// A <c>catch (Exception)</c> around the call catches it, which C# cannot prevent. But the response stays decided: it replaces whatever that handler
        /// then returns or throws.
        /// </remarks>
        /// <example><code>throw req.Respond(EdgeResponse.Redirect("/login"));</code></example>
        public EdgeResponseException Respond(HttpResponseMessage response)
        {
            var exception = new EdgeResponseException(response);
            var state = RequestState.Of(NotNull(req));
            state.Decided = response;
            state.Own(response); // another one may take its place
            return exception;
        }
    }

    private static HttpRequestMessage NotNull(HttpRequestMessage req)
    {
        ArgumentNullException.ThrowIfNull(req);
        return req;
    }
}
