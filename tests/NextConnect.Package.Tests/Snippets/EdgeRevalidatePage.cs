using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect.Package.Snippets;

internal static class EdgeRevalidatePage
{
    public static void Feed(EdgeRouter router)
    {
        var cache = new EdgeCache();

        router.Get("/feed", cache.Revalidate(TimeSpan.FromMinutes(1), (req, ctx) => FeedAsync(ctx.Aborted), "posts"));
        router.Post("/posts", async (req, ctx) =>
        {
            await SaveAsync(req);
            await cache.RevalidateTagAsync("posts", ctx);
            return new HttpResponseMessage(HttpStatusCode.Created);
        });
    }

    public static void Storage(WebApplicationBuilder builder)
    {
        builder.Services.AddDistributedMemoryCache(); // or AddStackExchangeRedisCache(…), for a fleet
    }

    private static Task<HttpResponseMessage> FeedAsync(CancellationToken aborted) => Task.FromResult(new HttpResponseMessage());

    private static Task SaveAsync(HttpRequestMessage req) => Task.CompletedTask;
}
