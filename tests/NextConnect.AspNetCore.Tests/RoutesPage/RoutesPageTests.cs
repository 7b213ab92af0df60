using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NextConnect.AspNetCore.Tests;

public sealed class RoutesPageTests
{
    [Fact]
    public async Task The_page_shows_all_routes_as_a_tree_and_no_script()
    {
        await using var server = await StartAsync(Router());

        var page = await server.GetAsync("/_routes");

        page.Status.ShouldBe(200);
        page["Content-Type"].ShouldBe(["text/html; charset=utf-8"]);
        page["Content-Security-Policy"].Single().ShouldStartWith("default-src 'none'");
        page.Body.ShouldContain(
            "<li><code>/users</code>\n<ul>\n<li><code>use /users</code> (0)\n<li><code>/:id</code>\n<ul>\n"
            + "<li><code>GET /users/:id</code> (1)\n<li><code>POST /users/:id</code> (2)\n</ul>\n</ul>\n");
        page.Body.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_typed_request_is_explained_with_its_path_decoded_as_a_server_does()
    {
        await using var server = await StartAsync(Router());

        var page = await server.GetAsync("/_routes?method=DELETE&path=%2Fusers%2Fcaf%25C3%25A9%3Fx%3D1&allow=on");

        var text = WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(page.Body)));
        text.ShouldContain("<h2>DELETE /users/café</h2>");
        text.ShouldContain("<tr class=\"match\"><td>0<td><code>use /users</code><td>matches");
        text.ShouldContain("<tr class=\"no\"><td>1<td><code>GET /users/:id</code><td>no: it is for GET");
        text.ShouldContain("<p id=\"end\">405 with Allow: GET, HEAD, POST</p>");
    }

    [Fact]
    public async Task Error_middleware_and_mounted_layers_are_named_in_the_tree_and_in_the_explanation()
    {
        await using var server = await StartAsync(new NodeRouter()
            .Mount("/files", new NodeRouter().Get("/:name", (_, res) => res.WriteAsync("file")))
            .Use((error, _, _, next) => next(error)));

        var page = await server.GetAsync("/_routes?path=/files/a.txt");

        page.Body.ShouldContain("<li><code>GET /files/:name, mounted at /files</code> (0)");
        page.Body.ShouldContain("<li><code>use, error middleware</code> (1)");
        page.Body.ShouldContain("<code>GET /files/:name, mounted at /files</code><td>matches\n");
        page.Body.ShouldContain("<code>use, error middleware</code><td>matches, runs only after an error\n");
    }

    [Fact]
    public async Task A_name_with_two_values_is_shown_at_the_layer_that_has_its_own()
    {
        await using var server = await StartAsync(new NodeRouter()
            .Use("/accounts/:id", (_, _, next) => next())
            .Get("/accounts/:account/orders/:id", (_, res) => res.WriteAsync("order")));

        var page = await server.GetAsync("/_routes?path=/accounts/victim/orders/7");

        WebUtility.HtmlDecode(page.Body).ShouldContain("<code>use /accounts/:id</code><td>matches, with its own id = \"victim\"\n");
    }

    [Theory]
    [InlineData("/_routes?method=%3Cscript%3Ealert(1)%3C/script%3E&path=/x")]
    [InlineData("/_routes?path=/%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/_routes?path=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/_routes?path=http://x/%3Cscript%3E")]
    public async Task Nothing_that_was_typed_becomes_markup(string target)
    {
        await using var server = await StartAsync(new NodeRouter().Get("/<script>", (_, _) => Task.CompletedTask));

        var page = await server.GetAsync(target);

        page.Status.ShouldBe(200);
        page.Body.ShouldNotContain("<script");
        page.Body.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task What_is_no_path_is_said_so()
    {
        await using var server = await StartAsync(Router());

        (await server.GetAsync("/_routes?path=http://host/x")).Body.ShouldContain("That is not a path.");
    }

    [Fact]
    public async Task Other_methods_are_refused_and_other_paths_reach_the_router()
    {
        await using var server = await StartAsync(Router());

        (await server.SendAsync("POST /_routes HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n\r\n")).Status.ShouldBe(405);
        (await server.GetAsync("/users/7")).Body.ShouldBe("user");
    }

    [Fact]
    public async Task Outside_Development_there_is_no_page_unless_it_is_forced()
    {
        var router = Router();
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName = "Production";
            app.UseNextConnectRoutesPage(router);
            app.UseNextConnectRoutesPage(router, "/forced", allowOutsideDevelopment: true);
            app.Run(router.Handler());
        });

        (await server.GetAsync("/_routes")).Status.ShouldBe(404);
        (await server.GetAsync("/forced")).Status.ShouldBe(200);
    }

    private static NodeRouter Router() => new NodeRouter().Use("/users", new NodeRouter()
        .Use((_, _, next) => next())
        .Get("/:id", (_, res) => res.WriteAsync("user"))
        .Post("/:id", (_, res) => res.WriteAsync("user")));

    private static Task<LiveServer> StartAsync(NodeRouter router) => LiveServer.StartAsync(app =>
    {
        app.Services.GetRequiredService<IHostEnvironment>().EnvironmentName = "Development";
        app.UseNextConnectRoutesPage(router);
        app.Run(router.Handler());
    });
}
