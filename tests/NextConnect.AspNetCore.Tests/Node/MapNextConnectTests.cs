using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

public sealed class MapNextConnectTests
{
    private static readonly NodeRouter Router = new NodeRouter()
        .Get("/", (req, res) => WriteAsync(req, res, "root"))
        .Get("/users/:id", (req, res) => WriteAsync(req, res, "user"));

    [Theory]
    [InlineData("/api", "root /api|")]
    [InlineData("/api/", "root /api|/")]
    [InlineData("/api/users/7", "user /api|/users/7 id=7")]
    [InlineData("/v1/acme/users/7", "user /v1/acme|/users/7 id=7 tenant=acme")]
    [InlineData("/api/other", "Route GET /api/other not found")]
    [InlineData("/apis", "")]
    public async Task Router_sees_the_path_below_the_pattern(string path, string expected)
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.MapNextConnect("/api", Router);
            app.MapGroup("/v1").MapNextConnect("/{tenant}", Router);
        });

        (await server.GetAsync(path)).Body.ShouldBe(expected);
    }

    [Fact]
    public async Task Path_base_of_the_application_stays_in_front()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UsePathBase("/app");
            app.UseRouting();
            app.MapNextConnect("/api/", Router);
        });

        (await server.GetAsync("/app/api/users/7")).Body.ShouldBe("user /app/api|/users/7 id=7");
    }

    [Fact]
    public async Task Conventions_apply_to_the_endpoint()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use((context, next) =>
                context.GetEndpoint()?.Metadata.GetMetadata<string>() == "closed" ? context.Response.WriteAsync("refused") : next(context));
            app.MapNextConnect("/open", Router);
            app.MapNextConnect("/closed", Router).WithMetadata("closed");
        });

        (await server.GetAsync("/open")).Body.ShouldBe("root /open|");
        (await server.GetAsync("/closed/users/7")).Body.ShouldBe("refused");
    }

    [Theory]
    [InlineData("/api/{id?}")]
    [InlineData("/api/{id=1}")]
    [InlineData("/api/{*rest}")]
    public void Pattern_without_a_fixed_number_of_segments_is_refused(string pattern)
    {
        using var app = WebApplication.CreateSlimBuilder().Build();

        Should.Throw<ArgumentException>(() => app.MapNextConnect(pattern, Router)).Message.ShouldContain($"'{pattern}'");
    }

    private static Task WriteAsync(HttpRequest req, HttpResponse res, string name) =>
        res.WriteAsync(string.Join(' ',
        [
            $"{name} {req.PathBase.Value}|{req.Path.Value}",
            .. req.Params.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"),
        ]));
}
