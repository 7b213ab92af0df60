using System.Net;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using NextConnect;

namespace Snippets;

internal static class EdgeCachePage
{
    public static WebApplication Feed(WebApplicationBuilder builder)
    {
        builder.Services.AddDistributedMemoryCache(); // or AddStackExchangeRedisCache(…), for several servers

        var posts = new List<string> { "first" };
        var cache = new EdgeCache("site");
        var router = new EdgeRouter()
            .Get("/feed", cache.Revalidate(TimeSpan.FromMinutes(1), (req, ctx) => Task.FromResult(EdgeResponse.Json(posts)), "posts"))
            .Post("/posts", async (req, ctx) =>
            {
                posts.Add(await req.ReadTextAsync(ctx.Aborted));
                await cache.RevalidateTagAsync("posts", ctx);
                return EdgeResponse.Empty(HttpStatusCode.Created);
            })
            .Post("/silent", async (req, ctx) =>
            {
                posts.Add(await req.ReadTextAsync(ctx.Aborted));
                return EdgeResponse.Empty(HttpStatusCode.Created);
            })
            .Post("/refresh", async (req, ctx) =>
            {
                await cache.RevalidatePathAsync("/feed", ctx);
                return EdgeResponse.Empty();
            });

        var app = builder.Build();
        app.UseNextConnect(router);
        // GET /feed → 200 ["first"]
        // POST /silent second → 201
        // GET /feed → 200 ["first"]
        // POST /refresh → 204
        // GET /feed → 200 ["first","second"]
        // POST /posts third → 201
        // GET /feed → 200 ["first","second","third"]

        return app;
    }

    public static EdgeCache Storage()
    {
        var storage = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var cache = new EdgeCache("site", storage);

        return cache;
    }
}
