using Microsoft.AspNetCore.HttpOverrides;
using NextConnect;

namespace Snippets;

internal static class DeployingPage
{
    public static WebApplication Proxy(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Get("/scheme", (req, res) => res.SendAsync(req.Scheme));

        builder.Services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseNextConnect(router);
        // GET /scheme (X-Forwarded-Proto: https) → 200 https

        return app;
    }

    public static WebApplication Limits(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Post("/text", async (req, res) =>
        {
            using var reader = new StreamReader(req.Body);
            await res.SendAsync(await reader.ReadToEndAsync(req.HttpContext.RequestAborted));
        });

        #region
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 10);

        var app = builder.Build();
        app.Run(router.Handler());
        // POST /text hello → 200 hello
        // POST /text hello, hello → 413
        #endregion

        return app;
    }

    public static WebApplication Https(WebApplicationBuilder builder)
    {
        var router = new NodeRouter();

        #region
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(180));

        var app = builder.Build();
        app.UseHttpsRedirection();
        app.UseHsts();
        app.UseNextConnect(router);
        #endregion

        return app;
    }

    public static WebApplication Health(WebApplicationBuilder builder)
    {
        var router = new NodeRouter().Get("/hello", (req, res) => res.SendAsync("Hello"));

        #region
        builder.Services.AddHealthChecks();

        var app = builder.Build();
        app.UseNextConnect(router);
        app.MapHealthChecks("/health");
        // GET /health → 200 Healthy
        #endregion

        return app;
    }
}
