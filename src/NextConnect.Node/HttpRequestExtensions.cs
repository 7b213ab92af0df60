using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Adds route parameters to <see cref="HttpRequest"/>.</summary>
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
    }
}
