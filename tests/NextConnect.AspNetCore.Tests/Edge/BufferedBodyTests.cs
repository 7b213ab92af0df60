using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A body that the pipeline buffers (<c>EnableBuffering</c>) can be read again when a router has read it.</summary>
public sealed class BufferedBodyTests
{
    private const string Form = "a=1&b=2";

    [Theory]
    [InlineData("/form")]
    [InlineData("/json")]
    [InlineData("/text")]
    [InlineData("/stream")]
    [InlineData("/limited")]
    public async Task The_rest_of_the_pipeline_reads_it_again(string path) =>
        (await AskAsync(path, (app, router) =>
        {
            app.UseNextConnect(router);
            app.Run(async context =>
            {
                context.Request.Body.Position = 0;
                await context.Response.WriteAsync(await new StreamReader(context.Request.Body).ReadToEndAsync());
            });
        })).ShouldBe(Form);

    [Theory]
    [InlineData("/form")]
    [InlineData("/json")]
    [InlineData("/text")]
    [InlineData("/stream")]
    [InlineData("/limited")]
    public async Task Middleware_in_front_reads_it_again(string path)
    {
        var seen = new TaskCompletionSource<string>();
        await AskAsync(path, (app, router) =>
        {
            app.Use(async (context, next) =>
            {
                try
                {
                    await next();
                    context.Request.Body.Position = 0;
                    seen.SetResult(await new StreamReader(context.Request.Body).ReadToEndAsync());
                }
                catch (Exception error)
                {
                    seen.SetException(error);
                    throw;
                }
            });
            app.UseNextConnect(router.All((req, _) => EdgeResponse.Empty()));
        });

        (await seen.Task.WaitAsync(TestTimeout.Duration)).ShouldBe(Form);
    }

    private static async Task<string> AskAsync(string path, Action<IApplicationBuilder, EdgeRouter> configure)
    {
        var router = new EdgeRouter()
            .Use("/limited", EdgeMiddleware.BodyLimit(100))
            .All("/json", async (req, _, next) =>
            {
                await Should.ThrowAsync<EdgeRequestException>(() => req.ReadJsonAsync<int>());
                return await next();
            })
            .All("/:kind", async (req, _, next) =>
            {
                if (req.Params["kind"] is "form" or "limited")
                    await (await req.ReadFormAsync()).DisposeAsync();
                else if (req.Params["kind"] == "text")
                    await req.ReadTextAsync();
                else if (req.Params["kind"] == "stream")
                    await (await req.Content!.ReadAsStreamAsync()).DisposeAsync();
                return await next();
            });
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Request.EnableBuffering();
                return next();
            });
            configure(app, router);
        });

        return (await server.SendAsync(
            $"POST {path} HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Form.Length}\r\n\r\n{Form}")).Body;
    }
}
