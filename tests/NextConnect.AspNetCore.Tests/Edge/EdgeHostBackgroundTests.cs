using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect.AspNetCore.Tests;

public sealed class EdgeHostBackgroundTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("stream")]
    [InlineData("error")]
    public async Task Work_runs_on_after_the_client_has_the_whole_response(string kind)
    {
        var go = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            ctx.WaitUntil(WorkAsync());
            return kind switch
            {
                "text" => EdgeResponses.Text("ok"),
                "stream" => EdgeResponses.Bytes(new ScriptedStream(ScriptedStream.Send("ok"))),
                _ => throw new InvalidOperationException("broken"),
            };
        }));

        var response = await server.GetAsync("/");
        response.IsComplete.ShouldBeTrue();
        response.Body.ShouldBe(kind == "error" ? "Internal Server Error" : "ok");
        done.Task.IsCompleted.ShouldBeFalse();
        go.SetResult();
        await done.Task.Soon();

        async Task WorkAsync()
        {
            await go.Task;
            done.SetResult();
        }
    }

    [Fact]
    public async Task Work_of_a_request_that_is_passed_on_runs_on_with_its_services_and_nobody_waits_for_it()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = new TaskCompletionSource<string>();
        var router = new EdgeRouter().Use((req, ctx, next) =>
        {
            ctx.WaitUntil(WorkAsync(req, ctx.Services!.GetRequiredService<Scoped>()));
            return next();
        });
        await using var server = await LiveServer.StartAsync(
            app =>
            {
                app.UseNextConnect(router);
                app.Run(context => context.Response.WriteAsync("rest"));
            },
            add: services => services.AddScoped(_ => new Scoped()));

        (await server.GetAsync("/any")).Body.ShouldBe("rest");
        done.Task.IsCompleted.ShouldBeFalse();
        go.SetResult();
        await done.Task.Soon();
        (await done.Task).ShouldBe("/any, scope alive: True");

        async Task WorkAsync(HttpRequestMessage req, Scoped scoped)
        {
            await go.Task;
            done.SetResult($"{req.RequestUri!.AbsolutePath}, scope alive: {!scoped.IsDisposed}");
        }
    }

    [Fact]
    public async Task Failed_work_of_a_request_that_is_passed_on_is_logged()
    {
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.UseNextConnect(new EdgeRouter().Use((req, ctx, next) =>
            {
                ctx.WaitUntil(Task.FromException(new InvalidOperationException("one")));
                return next();
            }));
            app.Run(context => context.Response.WriteAsync("rest"));
        });

        (await server.GetAsync("/p")).Body.ShouldBe("rest");
        await server.DisposeAsync(); // waits for requests that still run

        server.Log.Errors.ShouldHaveSingleItem().Message.ShouldBe("Background work of GET /p failed.");
    }

    [Fact]
    public async Task Failed_work_is_logged()
    {
        await using (var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            ctx.WaitUntil(Task.FromException(new InvalidOperationException("one")));
            ctx.WaitUntil(Task.FromException(new InvalidOperationException("two")));
            return EdgeResponses.Text("ok");
        })))
        {
            using var client = await server.ConnectAsync();
            await client.SendAsync("GET /p HTTP/1.1\r\nHost: test\r\n\r\nGET /p HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
            (await client.ReadAsync()).Body.ShouldBe("ok");
            (await client.ReadAsync()).Body.ShouldBe("ok");
            await client.ReadToEndAsync(); // the second request begins, and the connection ends, only after the work of the one before

            server.Log.Errors.Take(2).Select(entry => (entry.Message, entry.Error!.Message))
                .ShouldBe([("Background work of GET /p failed.", "one"), ("Background work of GET /p failed.", "two")]);
        }
    }

    [Fact]
    public async Task Failed_work_is_logged_also_when_the_response_was_cut_short()
    {
        var go = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(EdgeResponses.Router((req, ctx) =>
        {
            ctx.WaitUntil(FailAsync());
            return new() { Content = new ByteArrayContent("hello"u8.ToArray()) { Headers = { ContentLength = 10 } } };
        }));

        (await server.GetAsync("/")).IsComplete.ShouldBeFalse();
        go.SetResult();
        await server.DisposeAsync(); // waits for requests that still run

        server.Log.Errors.ShouldContain(entry => entry.Error!.Message == "background");

        async Task FailAsync()
        {
            await go.Task;
            throw new InvalidOperationException("background");
        }
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
