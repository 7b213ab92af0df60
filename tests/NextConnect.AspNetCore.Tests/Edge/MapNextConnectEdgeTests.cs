using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NextConnect.AspNetCore.Tests;

public sealed class MapNextConnectEdgeTests
{
    [Theory]
    [InlineData("/base/acme", "/base/acme", "root")]
    [InlineData("/base/acme/", "/base/acme", "root")]
    [InlineData("/BASE/acme/users/7", "/BASE/acme", "7")]
    [InlineData("/base/a%2Fb/users/c%2Fd", "/base/a%2Fb", "c%2Fd")]
    [InlineData("/base/acme/users/caf%C3%A9", "/base/acme", "caf\u00C3\u00A9")]
    [InlineData("/base/acme//users/7", "/base/acme", "none")]
    public async Task The_pattern_takes_its_part_of_the_path_and_the_router_matches_the_rest(string target, string pathBase, string reached)
    {
        var router = new EdgeRouter()
            .Get("/", (req, ctx) => EdgeResponses.Text($"{ctx.PathBase} root"))
            .Get("/users/:id", (req, ctx) => EdgeResponses.Text($"{ctx.PathBase} {req.Params["id"]}"))
            .All((req, ctx) => EdgeResponses.Text($"{ctx.PathBase} none"));
        await using var server = await LiveServer.StartAsync(app => app.MapNextConnect("/base/{tenant}", router));

        (await server.GetAsync(target)).Body.ShouldBe($"{pathBase} {reached}");
    }

    [Fact]
    public async Task Outer_route_values_are_params_and_win_and_nothing_of_the_mapping_shows()
    {
        var router = new EdgeRouter().Get("/:tenant/:id", (req, ctx) =>
            EdgeResponses.Text(
                $"{string.Join(' ', req.Params.OrderBy(value => value.Key).Select(value => $"{value.Key}={value.Value}"))} {req.RequestUri!.PathAndQuery}"));
        await using var server = await LiveServer.StartAsync(app => app.MapGroup("/api/{version}").MapNextConnect("/{tenant}", router));

        (await server.GetAsync("/api/v1/acme/inner/7?q=1")).Body.ShouldBe("id=7 tenant=acme version=v1 /api/v1/acme/inner/7?q=1");
    }

    [Fact]
    public async Task It_always_answers_and_more_specific_endpoints_come_first()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.MapNextConnect("/api", new EdgeRouter().Get("/mine", (req, ctx) => EdgeResponses.Text("edge")));
            app.MapGet("/api/health", () => "fine");
        });

        (await server.GetAsync("/api/mine")).Body.ShouldBe("edge");
        (await server.GetAsync("/api/health")).Body.ShouldBe("fine");
        (await server.GetAsync("/api/other")).Body.ShouldBe("Route GET http://test/api/other not found");
        (await server.GetAsync("/apis/mine")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Conventions_apply()
    {
        var policy = new AuthorizationPolicyBuilder().RequireAssertion(context => context.User.HasClaim("may", "enter")).Build();
        var router = new EdgeRouter().Get("/secret", (req, ctx) => EdgeResponses.Text($"secret of {ctx.User!.Identity!.Name}"));
        await using var server = await LiveServer.StartAsync(
            app =>
            {
                app.Use((context, next) =>
                {
                    if (context.Request.Headers.ContainsKey("X-Ada"))
                        context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, "Ada"), new("may", "enter")], "test"));
                    return next(context);
                });
                app.UseRouting();
                app.UseAuthorization();
                app.MapNextConnect("/api", router).RequireAuthorization(policy);
            },
            add: services => services.AddAuthorization().AddAuthentication().AddScheme<AuthenticationSchemeOptions, RefusingScheme>("refusing", null));

        (await server.GetAsync("/api/secret")).Status.ShouldBe(401);
        (await server.GetAsync("/api/nothing")).Status.ShouldBe(401);
        (await server.SendAsync("GET /api/secret HTTP/1.1\r\nHost: test\r\nX-Ada: 1\r\n\r\n")).Body.ShouldBe("secret of Ada");
    }

    [Theory]
    [InlineData("/base/{tenant?}", "tenant")]
    [InlineData("/base/{tenant=acme}", "tenant")]
    [InlineData("/base/{*rest}", "rest")]
    public async Task A_pattern_whose_end_is_not_fixed_is_refused(string pattern, string parameter)
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Should.Throw<ArgumentException>(() => ((IEndpointRouteBuilder)app).MapNextConnect(pattern, new EdgeRouter())).Message
            .ShouldStartWith($"The pattern '{pattern}' cannot precede a router: a path may lack its parameter '{parameter}'");
    }

    /// <summary>Knows nobody, and answers 401.</summary>
    [SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "The framework makes it.")]
    private sealed class RefusingScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
