namespace NextConnect;

/// <summary>What the routers add to <see cref="HttpRequestMessage"/>.</summary>
public static class HttpRequestMessageExtensions
{
    extension(HttpRequestMessage req)
    {
        /// <summary>
        /// Gets the route parameters: those of all matching layers, later ones over earlier ones, and over both those of a router that this one runs in.
        /// </summary>
        public RouteParams Params
        {
            get
            {
                ArgumentNullException.ThrowIfNull(req);
                return EdgeParams.Get(req);
            }
        }
    }
}
