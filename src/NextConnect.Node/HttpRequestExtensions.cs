using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Adds what a router has found to <see cref="HttpRequest"/>.</summary>
public static class HttpRequestExtensions
{
    extension(HttpRequest req)
    {
        /// <summary>
        /// Gets the route parameters of all matching layers: later layers override earlier ones, but a layer sees the values of its own pattern. What was in
        /// <see cref="HttpRequest.RouteValues"/> before overrides all, such as the values of <c>app.Map("/{tenant}", …)</c>.
        /// </summary>
        public RouteParams Params
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return new RouteValueParams(req.RouteValues);
            }
        }

        /// <summary>
        /// Gets the pattern of the first route that matches and has one, with a leading slash and base paths included: <c>/users/:id</c>. OpenTelemetry's
        /// <c>http.route</c> has the same value. Null when no such route matches.
        /// </summary>
        /// <remarks>Of nested routers, the innermost decides.</remarks>
        public string? Route
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return req.HttpContext.Features.Get<MatchedLayers>()?.Route;
            }
        }
    }
}
