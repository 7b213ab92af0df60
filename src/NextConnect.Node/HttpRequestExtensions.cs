using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>What the routers add to <see cref="HttpRequest"/>.</summary>
public static class HttpRequestExtensions
{
    extension(HttpRequest req)
    {
        /// <summary>
        /// Gets the route parameters: those of all matching layers, later ones over earlier ones, and over both what was in
        /// <see cref="HttpRequest.RouteValues"/> before, such as the values of <c>app.Map("/{tenant}", …)</c>.
        /// </summary>
        public RouteParams Params
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return new RouteValueParams(req.RouteValues);
            }
        }
    }
}
