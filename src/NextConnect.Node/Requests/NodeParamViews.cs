using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Shows the parameters of each layer in <see cref="HttpRequest.RouteValues"/>.</summary>
internal sealed class NodeParamViews(RouteMatch match, HttpRequest req) : ParamViews(match)
{
    private readonly RouteValueDictionary _before = new(req.RouteValues);

    protected override void Set(RouteParams values)
    {
        foreach (var (name, value) in values)
        {
            if (!_before.ContainsKey(name))
                req.RouteValues[name] = value;
        }
    }
}
