using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NextConnect.AspNetCore.Tests;

/// <summary>What applies to endpoints applies to a mapped router.</summary>
public sealed class MapNextConnectConventionTests
{
    private readonly NodeRouter _router;
    private int _count;

    public MapNextConnectConventionTests() =>
        _router = new NodeRouter().Get("/x", (req, res) => res.SendAsync((++_count).ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public async Task RequireRateLimiting()
    {
        await using var app = await StartAsync(
            services => services.AddRateLimiter(options =>
                options.AddFixedWindowLimiter("one", window => (window.PermitLimit, window.Window) = (1, TimeSpan.FromHours(1)))),
            app => app.UseRateLimiter(),
            endpoint => endpoint.RequireRateLimiting("one"));
        using var client = app.GetTestClient();

        (await StatusAsync(client)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(client)).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task RequireAuthorization()
    {
        await using var app = await StartAsync(
            services => services.AddAuthorization().AddAuthentication("Cookies").AddCookie("Cookies", options => options.LoginPath = "/login"),
            app => app.UseAuthentication().UseAuthorization(),
            endpoint => endpoint.RequireAuthorization());
        using var client = app.GetTestClient();

        (await StatusAsync(client)).ShouldBe(HttpStatusCode.Redirect);
        _count.ShouldBe(0);
    }

    [Fact]
    public async Task RequireCors()
    {
        await using var app = await StartAsync(
            services => services.AddCors(),
            app => app.UseCors(),
            endpoint => endpoint.RequireCors(policy => policy.WithOrigins("http://friend.example")));
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Origin", "http://friend.example");

        using var answer = await client.GetAsync(new Uri("/api/x", UriKind.Relative));

        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["http://friend.example"]);
    }

    [Fact]
    public async Task RequireHost()
    {
        await using var app = await StartAsync(_ => { }, _ => { }, endpoint => endpoint.RequireHost("api.example"));
        using var client = app.GetTestClient();

        (await StatusAsync(client)).ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync(new Uri("http://api.example/api/x"))).ShouldBe("1");
    }

    [Fact]
    public async Task CacheOutput()
    {
        await using var app = await StartAsync(
            services => services.AddOutputCache(),
            app => app.UseOutputCache(),
            endpoint => endpoint.CacheOutput(policy => policy.Expire(TimeSpan.FromHours(1))));
        using var client = app.GetTestClient();
        var path = new Uri("/api/x", UriKind.Relative);

        (await client.GetStringAsync(path)).ShouldBe("1");
        (await client.GetStringAsync(path)).ShouldBe("1");
        _count.ShouldBe(1);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/x", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<WebApplication> StartAsync(
        Action<IServiceCollection> addServices, Action<WebApplication> useMiddleware, Action<IEndpointConventionBuilder> apply)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        addServices(builder.Services);
        var app = builder.Build();
        useMiddleware(app);
        apply(app.MapNextConnect("/api", _router));
        await app.StartAsync();
        return app;
    }
}
