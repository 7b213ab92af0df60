using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NextConnect.AspNetCore.Tests;

/// <summary>R13: a response that is complete reaches its client whole, whatever follows it; one that is not is never presented as complete.</summary>
public sealed class CompleteResponseTests
{
    private static readonly Exception Boom = new InvalidTimeZoneException("boom");
    private static readonly string LongText = new('x', 100_000);

    /// <summary>Ways to respond completely, without the server's help.</summary>
    private static readonly Dictionary<string, NodeEndpoint> Whole = new()
    {
        ["SendAsync"] = (req, res) => res.SendAsync("body"),
        ["a long text"] = (req, res) => res.SendAsync(LongText),
        ["CompleteAsync"] = async (req, res) =>
        {
            await res.WriteAsync("body");
            await res.CompleteAsync();
        },
        ["no body"] = (req, res) =>
        {
            res.StatusCode = 204;
            return res.SendAsync("");
        },
    };

    /// <summary>Ways to respond without saying that this was all.</summary>
    private static readonly Dictionary<string, NodeEndpoint> Partial = new()
    {
        ["chunk"] = (req, res) => res.WriteAsync("part"),
        ["too few bytes"] = async (req, res) =>
        {
            res.ContentLength = 100;
            await res.WriteAsync("part");
        },
        ["head"] = (req, res) => res.StartAsync(),
        ["one byte missing"] = async (req, res) =>
        {
            res.ContentLength = 5;
            await res.WriteAsync("part");
        },
    };

    public static TheoryData<string, string> WholeOnEach => Each(Whole.Keys);

    public static TheoryData<string, string> PartialOnEach => Each(Partial.Keys);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Next_after_a_response_that_middleware_in_front_buffers_does_nothing(bool isInPipeline)
    {
        var router = new NodeRouter().All(Then((req, res) => res.SendAsync("body"), next => next()));
        await using var server = await LiveServer.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                var body = context.Response.Body;
                using var buffer = new MemoryStream();
                context.Response.Body = buffer;
                await next();
                context.Response.Body = body;
                await body.WriteAsync(buffer.ToArray());
            });
            if (isInPipeline)
                app.UseNextConnect(router);
            else
                app.Run(router.Handler());
        });

        var answer = await server.GetAsync("/");

        (answer.Status, answer.Body).ShouldBe((200, "body"));
    }

    [Theory]
    [MemberData(nameof(WholeOnEach))]
    public async Task Next_after_a_complete_response_does_nothing(string kind, string way)
    {
        var ran = 0;
        var router = new NodeRouter().All(Then(Whole[way], next => next()));
        NodeHandlerOptions options = new()
        {
            OnNoMatch = (req, res) =>
            {
                ran++;
                return Task.CompletedTask;
            },
        };

        foreach (var handler in new[] { router.Handler(), router.Handler(options), router.Handler(new() { HandleOptions = true }) })
            await ShouldBeWholeAsync(kind, app => app.Run(handler), way, errors: 0);
        ran.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(WholeOnEach))]
    public async Task Next_after_a_complete_response_does_not_run_the_rest_of_a_pipeline(string kind, string way)
    {
        var ran = 0;
        var router = new NodeRouter().Use(Then(Whole[way], next => next()));

        await ShouldBeWholeAsync(
            kind,
            app =>
            {
                app.UseNextConnect(router);
                app.Run(context =>
                {
                    ran++;
                    context.Response.StatusCode = 500;
                    return Task.CompletedTask;
                });
            },
            way,
            errors: 0);

        ran.ShouldBe(0);
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    [InlineData(ServerKind.Memory)]
    public async Task Next_after_a_first_chunk_adds_nothing_and_the_response_ends_with_its_layer(string kind)
    {
        var router = new NodeRouter().Get(async (req, res, next) =>
        {
            await res.WriteAsync("first ");
            await next();
            await res.WriteAsync("last");
        });

        var (response, log) = await ServerKind.SendAsync(kind, app => app.Run(router.Handler()));

        response.ShouldBe((200, "first last"));
        Errors(log).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    [InlineData(ServerKind.Memory)]
    public async Task The_rest_of_a_pipeline_can_continue_a_response_that_is_not_complete(string kind)
    {
        var router = new NodeRouter().Use(async (req, res, next) =>
        {
            await res.WriteAsync("<html>");
            await next();
            await res.WriteAsync("</html>");
        });

        var (response, _) = await ServerKind.SendAsync(kind, app =>
        {
            app.UseNextConnect(router);
            app.Run(context => context.Response.WriteAsync("rest"));
        });

        response.ShouldBe((200, "<html>rest</html>"));
    }

    [Theory]
    [MemberData(nameof(WholeOnEach))]
    public async Task An_error_after_a_complete_response_is_logged(string kind, string way)
    {
        var router = new NodeRouter().Use((req, res, next) => next()).All(Then(Whole[way], _ => throw Boom));

        await ShouldBeWholeAsync(kind, app => app.Run(router.Handler()), way, errors: 1);
    }

    [Theory]
    [MemberData(nameof(WholeOnEach))]
    public async Task OnError_and_error_middleware_leave_a_complete_response_whole(string kind, string way)
    {
        var router = new NodeRouter().All(Then(Whole[way], _ => throw Boom));
        NodeErrorHandler failing = (error, req, res) =>
        {
            res.StatusCode = 500;
            return Task.CompletedTask;
        };
        NodeErrorHandler writing = (error, req, res) => res.WriteAsync(error.Message);

        await ShouldBeWholeAsync(kind, app => app.Run(router.Handler(new() { OnError = failing })), way, errors: 1);
        if (kind != ServerKind.Memory) // which accepts more than the announced bytes
            await ShouldBeWholeAsync(kind, app => app.Run(router.Handler(new() { OnError = writing })), way, errors: null);
        await ShouldBeWholeAsync(
            kind, app => app.Run(router.Clone().Use((error, req, res, next) => Task.CompletedTask).Handler()), way, errors: 0);
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    public async Task An_error_that_leaves_the_router_for_the_pipeline_does_not_take_a_complete_response_back(string kind)
    {
        foreach (var (way, respond) in Whole)
        {
            var router = new NodeRouter().All(Then(respond, _ => throw Boom));

            await ShouldBeWholeAsync(kind, app => app.UseNextConnect(router), way, errors: 1);
        }
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    public async Task Kestrel_counts_the_bytes_of_a_length_that_was_announced(string kind)
    {
        var router = new NodeRouter().Get(Then(
            async (req, res) =>
            {
                res.ContentLength = 4;
                await res.WriteAsync("bo");
                await res.WriteAsync("dy");
            },
            _ => throw Boom));

        await ShouldBeWholeAsync(kind, app => app.Run(router.Handler()), "SendAsync", errors: 1);
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    [InlineData(ServerKind.Memory)]
    public async Task A_complete_response_to_HEAD_survives_an_error(string kind)
    {
        var router = new NodeRouter().Get(Then(Whole["SendAsync"], _ => throw Boom));

        var (response, log) = await ServerKind.SendAsync(kind, app => app.Run(router.Handler()), "HEAD");

        response.ShouldBe((200, ""));
        Errors(log).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(PartialOnEach))]
    public async Task An_error_after_a_part_never_gives_a_complete_message(string kind, string way)
    {
        var router = new NodeRouter().Get(Then(Partial[way], _ => throw Boom));
        NodeErrorHandler silent = (error, req, res) => Task.CompletedTask;

        (await ServerKind.SendAsync(kind, app => app.Run(router.Handler()))).Response.ShouldBeNull();
        (await ServerKind.SendAsync(kind, app => app.Run(router.Handler(new() { OnError = silent })))).Response.ShouldBeNull();
        (await ServerKind.SendAsync(kind, app => app.UseNextConnect(router))).Response.ShouldBeNull();
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    [InlineData(ServerKind.Memory)]
    public async Task A_part_of_a_failed_rest_is_no_response_of_the_layer_that_has_looked_at_the_failure(string kind)
    {
        foreach (var (_, respond) in Partial)
        {
            var router = new NodeRouter()
                .Use(async (req, res, next) => await next().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing))
                .Get(Then(respond, _ => throw Boom));

            (await ServerKind.SendAsync(kind, app => app.Run(router.Handler()))).Response.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(ServerKind.Http1)]
    [InlineData(ServerKind.Http2)]
    [InlineData(ServerKind.Memory)]
    public async Task A_layer_that_has_looked_at_a_failure_may_respond_in_chunks(string kind)
    {
        foreach (var status in (int[])[200, 503])
        {
            var router = new NodeRouter()
                .Use(async (req, res, next) =>
                {
                    var rest = next();
                    await Task.WhenAny(rest);
                    res.StatusCode = rest.IsFaulted ? status : 500;
                    await res.WriteAsync("sor");
                    await res.WriteAsync("ry");
                })
                .Get(async (req, res) =>
                {
                    await Task.Delay(1);
                    throw Boom;
                });

            var (response, log) = await ServerKind.SendAsync(kind, app => app.Run(router.Handler()));

            response.ShouldBe((status, "sorry"));
            Errors(log).ShouldBeEmpty();
            log.Where(entry => entry.Error == Boom).ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
        }
    }

    private static NodeHandler Then(NodeEndpoint respond, Func<NextHandler, Task> go) => async (req, res, next) =>
    {
        await respond(req, res);
        await go(next);
    };

    private static async Task ShouldBeWholeAsync(string kind, Action<WebApplication> configure, string way, int? errors)
    {
        var (response, log) = await ServerKind.SendAsync(kind, configure);

        response.ShouldBe(way switch
        {
            "no body" => (204, ""),
            "a long text" => (200, LongText),
            _ => (200, "body"),
        });
        if (errors is not null)
            Errors(log).Length.ShouldBe(errors.Value);
    }

    private static LogEntry[] Errors(LogEntry[] log) => [.. log.Where(entry => entry.Level >= LogLevel.Error)];

    private static TheoryData<string, string> Each(IEnumerable<string> ways)
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in ServerKind.All)
        {
            foreach (var way in ways)
            {
                if ((kind, way) is not (ServerKind.Memory, "CompleteAsync")) // which does nothing there
                    data.Add(kind, way);
            }
        }
        return data;
    }
}
