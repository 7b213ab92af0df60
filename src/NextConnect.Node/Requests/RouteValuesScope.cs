using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Gives a request route values of its own until it is disposed, so that what a router matches does not stay for another one.</summary>
internal readonly struct RouteValuesScope : IDisposable
{
    private readonly HttpRequest _req;
    private readonly RouteValueDictionary _before;

    public RouteValuesScope(HttpRequest req)
    {
        (_req, _before) = (req, req.RouteValues);
        req.RouteValues = new(_before);
    }

    public void Dispose() => _req.RouteValues = _before;
}
