using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect;

/// <summary>ASP.NET Core middleware as a layer, built for each application at its first request.</summary>
internal sealed class AspNetMiddlewareLayer(Action<IApplicationBuilder> configure)
{
    /// <summary>By the application's root scope factory, which is the same for each of its requests. What fails to be built fails every request.</summary>
    private readonly ConditionalWeakTable<IServiceScopeFactory, Lazy<RequestDelegate>> _pipelines = [];

    public async Task InvokeAsync(HttpRequest req, HttpResponse res, NextHandler next)
    {
        var context = req.HttpContext;
        var pipeline = _pipelines.GetValue(
            context.RequestServices.GetRequiredService<IServiceScopeFactory>(), factory => new(() => Build(factory))).Value;
        context.Items[this] = next;
        await pipeline(context).ConfigureAwait(false);
    }

    /// <summary>
    /// Middleware outlives the first request, so its services must not come from that request's scope. The root scope factory of the framework's container is
    /// also its root provider; with other containers, a scope that is never disposed replaces it.
    /// </summary>
    private RequestDelegate Build(IServiceScopeFactory factory)
    {
        var app = new LayerBuilder(new ApplicationBuilder(factory as IServiceProvider ?? factory.CreateScope().ServiceProvider));
        configure(app);
        app.Run(context => ((NextHandler)context.Items[this]!)());
        return app.Build();
    }
}
