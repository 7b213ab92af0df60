using Microsoft.AspNetCore.Builder;

namespace NextConnect.AspNetCore.Tests;

/// <summary>The ways to put an <see cref="EdgeRouter"/> into an ASP.NET Core application.</summary>
internal static class HostedAs
{
    public static void Delegate(WebApplication app, EdgeRouter router, EdgeHandlerOptions? options) => app.Run(router.ToRequestDelegate(options));

    public static void Middleware(WebApplication app, EdgeRouter router, EdgeHandlerOptions? options) => app.UseNextConnect(router, options);

    public static void Endpoint(WebApplication app, EdgeRouter router, EdgeHandlerOptions? options) => app.MapNextConnect("/", router, options);
}
