using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Gives a request route values of its own, and no route, until it is disposed: what one router matches is not for another.</summary>
internal readonly struct RouteScope : IDisposable
{
    private readonly HttpRequest _req;
    private readonly RouteValueDictionary _values;
    private readonly MatchedLayers? _route;

    public RouteScope(HttpRequest req, RouteValueDictionary values)
    {
        (_req, _values, _route) = (req, req.RouteValues, req.HttpContext.Features.Get<MatchedLayers>());
        Show(values, null);
    }

    public void Dispose() => Show(_values, _route);

    private void Show(RouteValueDictionary values, MatchedLayers? route)
    {
        _req.RouteValues = values;
        _req.HttpContext.Features.Set(route);
    }
}
