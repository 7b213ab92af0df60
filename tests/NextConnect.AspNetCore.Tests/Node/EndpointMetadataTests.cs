using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace NextConnect.AspNetCore.Tests;

/// <summary>The conventions of a mapped router are the metadata of its endpoint, where links, OpenAPI and the application's middleware read it.</summary>
public sealed class EndpointMetadataTests
{
    [Theory]
    [InlineData("node")]
    [InlineData("edge")]
    public async Task Name_tags_summary_description_and_metadata_reach_the_endpoint(string kind)
    {
        var own = new object();
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Map(app, kind).WithName("users").WithTags("people", "beta").WithSummary("Users")
            .WithDescription("All about users").WithDisplayName("the users").WithMetadata(own);

        var endpoint = ((IEndpointRouteBuilder)app).DataSources.Single().Endpoints.Single();
        endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName.ShouldBe("users");
        endpoint.Metadata.GetRequiredMetadata<ITagsMetadata>().Tags.ShouldBe(["people", "beta"]);
        endpoint.Metadata.GetRequiredMetadata<IEndpointSummaryMetadata>().Summary.ShouldBe("Users");
        endpoint.Metadata.GetRequiredMetadata<IEndpointDescriptionMetadata>().Description.ShouldBe("All about users");
        endpoint.Metadata.ShouldContain(own);
        endpoint.DisplayName.ShouldBe("the users");
    }

    [Theory]
    [InlineData("node")]
    [InlineData("edge")]
    public async Task A_groups_metadata_reaches_the_endpoint(string kind)
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Map(app.MapGroup("/v1").WithTags("v1"), kind);

        ((IEndpointRouteBuilder)app).DataSources.Single().Endpoints.Single().Metadata.GetRequiredMetadata<ITagsMetadata>().Tags.ShouldBe(["v1"]);
    }

    [Theory]
    [InlineData("node")]
    [InlineData("edge")]
    public async Task Middleware_in_front_reads_it(string kind)
    {
        var name = "";
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseRouting();
            app.Use((context, next) =>
            {
                name = context.GetEndpoint()!.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName;
                return next(context);
            });
            Map(app, kind).WithName("users");
        });

        (await server.GetAsync("/users/7")).Body.ShouldBe("7");
        name.ShouldBe("users");
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string kind) => kind == "node"
        ? endpoints.MapNextConnect("/users", new NodeRouter().Get("/:id", (req, res) => res.WriteAsync($"{req.Params["id"]}")))
        : endpoints.MapNextConnect("/users", new EdgeRouter().Get("/:id", (req, ctx) => EdgeResponses.Text($"{req.Params["id"]}")));
}
