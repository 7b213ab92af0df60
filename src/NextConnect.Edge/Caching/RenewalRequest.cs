namespace NextConnect;

/// <summary>Makes what an endpoint receives when it renews a response in the background of a request.</summary>
internal static class RenewalRequest
{
    /// <summary>Copies a request so that it outlives the original, without the headers that ask for less than the whole response.</summary>
    public static EdgeRequest Of(HttpRequestMessage req)
    {
        var copy = new EdgeRequest("GET", req.RequestUri) { Version = req.Version, Path = RequestState.PathOf(req), RouteValues = req.Params };
        copy.State.Route = req.Route;
        foreach (var (name, values) in req.Headers.NonValidated.Concat(req.Content?.Headers.NonValidated ?? default))
        {
            foreach (var value in VaryNames.IsRenewed(name) ? values : default)
                copy.AddHeader(name, value);
        }
        return copy;
    }

    /// <summary>Makes a context that the client cannot cancel.</summary>
    public static EdgeContext Detach(EdgeContext ctx) => new EdgeContext(ctx.Services) { PathBase = ctx.PathBase }.Derive(ctx.Create);
}
