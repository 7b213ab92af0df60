using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>Builds the middleware of a layer, and checks that each can act without an endpoint of its own (see <see cref="MetadataMiddleware"/>).</summary>
/// <param name="app">Builds it.</param>
/// <param name="hasRouting">Whether routing of the layer's own selects an endpoint with metadata.</param>
internal sealed class LayerBuilder(IApplicationBuilder app, bool hasRouting = false) : IApplicationBuilder
{
    private bool _hasRouting = hasRouting;

    public IServiceProvider ApplicationServices
    {
        get => app.ApplicationServices;
        set => app.ApplicationServices = value;
    }

    public IFeatureCollection ServerFeatures => app.ServerFeatures;

    public IDictionary<string, object?> Properties => app.Properties;

    public IApplicationBuilder Use(Func<RequestDelegate, RequestDelegate> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        var type = middleware.Target?.ToString() ?? ""; // UseMiddleware's functions show the type, as the framework's own list of middleware does
        _hasRouting |= type == "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware";
        var known = _hasRouting ? null : MetadataMiddleware.Find(type);
        app.Use(known is null ? middleware : next => middleware(known.Check(next)));
        return this;
    }

    public IApplicationBuilder New() => new LayerBuilder(app.New(), _hasRouting);

    public RequestDelegate Build() => app.Build();
}
