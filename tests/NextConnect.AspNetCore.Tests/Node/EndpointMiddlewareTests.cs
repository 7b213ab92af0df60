using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NextConnect.AspNetCore.Tests;

/// <summary>ASP.NET Core middleware that acts by the metadata of an endpoint, as a layer of a router.</summary>
public sealed class EndpointMiddlewareTests
{
    [Theory]
    [InlineData("authorization", "RequireAuthorization")]
    [InlineData("authorization type", "RequireAuthorization")]
    [InlineData("authorization in a branch", "RequireAuthorization")]
    [InlineData("antiforgery", "IAntiforgery.ValidateRequestAsync")]
    [InlineData("rate limits", "RequireRateLimiting")]
    [InlineData("timeouts", "WithRequestTimeout")]
    [InlineData("output cache", "CacheOutput")]
    public async Task Without_metadata_it_is_refused_with_the_way_that_works(string name, string way)
    {
        var ran = false;
        Exception? seen = null;
        var handler = Router(name, () => ran = true).Handler(new()
        {
            OnError = (error, req, res) =>
            {
                seen = error;
                res.StatusCode = 500;
                return Task.CompletedTask;
            },
        });
        using var app = await StartAsync(app => app.Run(handler));

        (await StatusAsync(app, HttpMethod.Post)).ShouldBe(500);

        ran.ShouldBeFalse();
        seen.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain(way);
    }

    [Theory]
    [InlineData("rate limits", 503)]
    [InlineData("timeouts", 504)]
    [InlineData("output cache", 200)]
    public async Task With_the_metadata_of_the_routers_endpoint_it_works(string name, int second)
    {
        var calls = 0;
        using var app = await StartAsync(app => app.UseRouting().UseEndpoints(endpoints =>
        {
            var endpoint = endpoints.MapNextConnect("/", Router(name, () => calls++));
            _ = name switch
            {
                "rate limits" => endpoint.RequireRateLimiting("few"),
                "timeouts" => endpoint.WithRequestTimeout(TimeSpan.FromMilliseconds(1)),
                _ => endpoint.CacheOutput(),
            };
        }));

        await StatusAsync(app, HttpMethod.Get);
        (await StatusAsync(app, HttpMethod.Get)).ShouldBe(second);

        calls.ShouldBe(name == "timeouts" ? 2 : 1);
    }

    [Theory]
    [InlineData("authorization", 401)]
    [InlineData("rate limits", 503)]
    [InlineData("timeouts", 504)]
    public async Task With_a_rule_for_all_requests_it_works(string name, int second)
    {
        using var app = await StartAsync(
            app => app.Run(Router(name, () => { }).Handler()),
            services =>
            {
                services.AddAuthentication().AddBearerToken();
                services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                services.AddRateLimiter(options => options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => Few("all")));
                services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(1) });
            });

        await StatusAsync(app, HttpMethod.Get);

        (await StatusAsync(app, HttpMethod.Get)).ShouldBe(second);
    }

    [Fact]
    public async Task With_routing_in_the_same_layer_it_works()
    {
        var layer = AspNetMiddleware.From(app => app.UseRouting().UseAuthorization().UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/open", () => "open");
            endpoints.MapGet("/closed", () => "closed").RequireAuthorization();
        }));
        using var app = await StartAsync(
            app => app.Run(new NodeRouter().All(layer).Handler()), services => services.AddAuthentication().AddBearerToken());

        (await StatusAsync(app, HttpMethod.Get, "/open")).ShouldBe(200);
        (await StatusAsync(app, HttpMethod.Get, "/closed")).ShouldBe(401);
    }

    private static RateLimitPartition<string> Few(string key) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) });

    private static NodeRouter Router(string name, Action ran) => new NodeRouter()
        .Use(AspNetMiddleware.From(app => _ = name switch
        {
            "authorization" => app.UseAuthorization(),
            "authorization type" => app.UseMiddleware<AuthorizationMiddleware>(),
            "authorization in a branch" => app.UseWhen(_ => true, branch => branch.UseAuthorization()),
            "antiforgery" => app.UseAntiforgery(),
            "rate limits" => app.UseRateLimiter(),
            "timeouts" => app.UseRequestTimeouts(),
            _ => app.UseOutputCache(),
        }))
        .All(async (req, res) =>
        {
            ran();
            if (name == "timeouts")
                await Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted);
            await res.WriteAsync("x");
        });

    private static async Task<int> StatusAsync(IHost app, HttpMethod method, string path = "/x")
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(method, path);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>Starts a host without the middleware that WebApplication adds by itself, such as authorization.</summary>
    private static Task<IHost> StartAsync(Action<IApplicationBuilder> configure, Action<IServiceCollection>? add = null) => new HostBuilder()
        .ConfigureWebHost(web => web.UseTestServer().Configure(configure).ConfigureServices(services =>
        {
            services.AddRouting().AddAuthorization().AddAntiforgery().AddOutputCache().AddRequestTimeouts()
                .AddRateLimiter(options => options.AddPolicy("few", _ => Few("few")));
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            add?.Invoke(services);
        }))
        .StartAsync();
}
