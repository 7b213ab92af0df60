using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace NextConnect.AspNetCore.Tests;

/// <summary>ASP.NET Core's OpenAPI document beside mapped routers.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Mapped_routers_are_not_in_the_document_and_leave_the_rest_of_it_alone()
    {
        var paths = await PathsAsync(app =>
        {
#pragma warning disable ASPDEPR002 // "WithOpenApi is deprecated": that it changes nothing is what is tested.
            app.MapNextConnect("/node/{tenant}", new NodeRouter().Get("/:id", (req, res) => res.WriteAsync("node")))
                .WithName("node").WithSummary("Node").WithOpenApi();
#pragma warning restore ASPDEPR002
            app.MapNextConnect("/edge/{tenant}", new EdgeRouter().Get("/:id", (req, ctx) => EdgeResponses.Text("edge")))
                .WithMetadata(new HttpMethodMetadata(["GET"]));
            app.MapGet("/delegate", context => context.Response.WriteAsync("a RequestDelegate is not there either"));
            app.MapGet("/health", () => "fine").WithSummary("Health");
        });

        paths.ShouldBe(["/health Health"]);
    }

    [Fact]
    public async Task A_document_transformer_can_add_the_routes_of_a_router()
    {
        var router = new NodeRouter().Get("/about", (req, res) => res.WriteAsync("about"));

        var paths = await PathsAsync(app => app.MapNextConnect("/node", router), options => options.AddDocumentTransformer((document, _, _) =>
        {
            foreach (var route in router.Layers)
            {
                var path = new OpenApiPathItem();
                path.AddOperation(new HttpMethod(route.Method!), new OpenApiOperation { Summary = "About" });
                document.Paths.Add("/node" + route.Pattern, path);
            }
            return Task.CompletedTask;
        }));

        paths.ShouldBe(["/node/about About"]);
    }

    /// <summary>Reads the document as a client does: its paths, each with the summary of GET.</summary>
    private static async Task<string[]> PathsAsync(Action<WebApplication> map, Action<OpenApiOptions>? configure = null)
    {
        await using var server = await LiveServer.StartAsync(
            app =>
            {
                map(app);
                app.MapOpenApi();
            },
            add: services => services.AddOpenApi(options => configure?.Invoke(options)));

        using var document = JsonDocument.Parse((await server.GetAsync("/openapi/v1.json")).Body);
        return [.. document.RootElement.GetProperty("paths").EnumerateObject()
            .Select(path => $"{path.Name} {path.Value.GetProperty("get").GetProperty("summary")}")];
    }
}
