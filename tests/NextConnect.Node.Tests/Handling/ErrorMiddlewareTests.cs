using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NextConnect.Node.Tests;

/// <summary>R19: Connect's error middleware. The numbers name the rows of tests/coverage/connect.md.</summary>
public sealed class ErrorMiddlewareTests : IDisposable
{
    private readonly NodeExchange _exchange = new();
    private readonly List<string> _ran = [];
    private readonly NodeHandlerOptions _options;

    public ErrorMiddlewareTests() => _options = new()
    {
        OnError = (error, req, res) => Ran($"OnError:{error.Message}"),
        OnNoMatch = (req, res) => Ran("none"),
    };

    public static TheoryData<string> Failures => ["throws", "task", "async", "next"];

    public void Dispose() => _exchange.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task It_runs_for_an_error_of_a_layer_before_it(string failure)
    {
        await RunAsync(new NodeRouter().Use(Pass("a")).All(Fail("boom", failure)).Use(Pass("skipped")).Use(Handle("e")));

        Trace.ShouldBe("a e:boom");
        _exchange.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_passed_by_without_an_error()
    {
        await RunAsync(new NodeRouter().Use(Handle("e")).Use(Pass("a")).Use(Handle("f")).All(Stop("b")));

        Trace.ShouldBe("a b");
    }

    [Fact]
    public async Task It_does_not_see_errors_of_layers_behind_it()
    {
        await RunAsync(new NodeRouter().Use(Pass("a")).Use(Handle("e")).All(Fail("boom")));

        Trace.ShouldBe("a OnError:boom");
    }

    [Fact]
    public async Task Next_leaves_error_mode_and_the_layers_behind_it_run()
    {
        await RunAsync(new NodeRouter().Use(Fail("boom")).Use(Pass("skipped")).Use(Resume("e")).Use(Handle("f")).All(Stop("b")));

        Trace.ShouldBe("e:boom b");
    }

    [Fact]
    public async Task Next_behind_the_last_layer_is_no_match()
    {
        await RunAsync(new NodeRouter().All(Fail("boom")).Use(Resume("e")));

        Trace.ShouldBe("e:boom none");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Next_with_an_error_and_throwing_hand_an_error_to_the_next_error_middleware(bool throws)
    {
        NodeErrorMiddleware replace = (error, req, res, next) =>
        {
            _ran.Add($"e:{error.Message}");
            return throws ? throw new InvalidOperationException("second") : next(new InvalidOperationException("second"));
        };

        await RunAsync(new NodeRouter().Use(Fail("boom")).Use(replace).All(Stop("skipped")).Use(Handle("f")));

        Trace.ShouldBe("e:boom f:second");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_that_nobody_handles_reaches_OnError(bool isPassedOn)
    {
        await RunAsync(new NodeRouter().All(Fail("boom")).Use((error, req, res, next) => isPassedOn ? next(error) : throw error));

        Trace.ShouldBe("OnError:boom");
    }

    [Fact]
    public async Task An_error_that_is_passed_on_without_waiting_is_not_lost()
    {
        await RunAsync(new NodeRouter().All(Fail("boom")).Use((error, req, res, next) =>
        {
            _ = next(error);
            return Task.CompletedTask;
        }));

        Trace.ShouldBe("OnError:boom");
    }

    [Fact]
    public async Task A_layer_behind_it_that_fails_goes_to_the_one_after_that()
    {
        await RunAsync(new NodeRouter().Use(Fail("one")).Use(Resume("e")).All(Fail("two", "async")).Use(Handle("f")));

        Trace.ShouldBe("e:one f:two");
    }

    [Fact]
    public async Task An_earlier_layer_does_not_see_a_handled_error()
    {
        await RunAsync(new NodeRouter().Use(Around("a")).All(Fail("boom", "async")).Use(Handle("e")));

        Trace.ShouldBe("a e:boom /a");
    }

    [Fact]
    public async Task An_earlier_layer_sees_an_error_that_nobody_handled()
    {
        await RunAsync(new NodeRouter().Use(Around("a")).Use(Handle("too early")).All(Fail("boom")));

        Trace.ShouldBe("a !a OnError:boom");
    }

    [Fact]
    public async Task A_layer_that_fails_after_next_goes_to_error_middleware_behind_the_place_reached()
    {
        await RunAsync(new NodeRouter()
            .Use(async (req, res, next) =>
            {
                await next();
                throw new InvalidOperationException("late");
            })
            .Use(Handle("passed already"))
            .All(Stop("b"))
            .Use(Handle("e")));

        Trace.ShouldBe("b e:late");
    }

    [Theory]
    [InlineData("/api/x", "e:boom")]
    [InlineData("/apis", "OnError:boom")]
    public async Task A_base_path_filters_it(string path, string expected)
    {
        _exchange.Request.Path = path;

        await RunAsync(new NodeRouter().All(Fail("boom")).Use("/api", Handle("e")));

        Trace.ShouldBe(expected);
    }

    [Fact]
    public async Task It_is_mounted_frozen_and_cloned_as_any_layer()
    {
        _exchange.Request.Path = "/sub/7";
        var sub = new NodeRouter().Get("/:id", Fail("boom")).Use((error, req, res, next) => Ran($"e:{req.Params["id"]}"));

        await RunAsync(new NodeRouter().Use(Pass("a")).Use("/sub", sub.Clone()).All(Stop("skipped")));

        Trace.ShouldBe("a e:7");
        sub.Handler();
        Should.Throw<InvalidOperationException>(() => sub.Use(Handle("late")));
    }

    [Fact]
    public async Task It_counts_as_middleware_alone_it_does_not_run()
    {
        await RunAsync(new NodeRouter().Use(Fail("boom")).Use(Handle("e")));

        Trace.ShouldBe("none");
    }

    [Fact]
    public async Task RunAsync_runs_it_and_throws_what_it_leaves()
    {
        var router = new NodeRouter().Use(Fail("boom")).Use(Handle("e"));
        await router.RunAsync(_exchange.Request, _exchange.Response);
        var passing = new NodeRouter().Use(Fail("boom")).Use((error, req, res, next) => next(error));

        (await Should.ThrowAsync<InvalidOperationException>(() => passing.RunAsync(_exchange.Request, _exchange.Response))).Message.ShouldBe("boom");
        Trace.ShouldBe("e:boom");
    }

    [Fact]
    public async Task It_runs_when_the_response_has_started_and_the_connection_is_aborted_after_it()
    {
        await RunAsync(new NodeRouter()
            .All((req, res, next) =>
            {
                _exchange.Start();
                throw new InvalidOperationException("boom");
            })
            .Use(Handle("e")));

        Trace.ShouldBe("e:boom");
        _exchange.IsAborted.ShouldBeTrue();
    }

    [Fact]
    public async Task The_length_of_the_failed_answer_does_not_stay()
    {
        await RunAsync(new NodeRouter()
            .All((req, res, next) =>
            {
                res.ContentLength = 1000;
                throw new InvalidOperationException("boom");
            })
            .Use((error, req, res, next) => res.Body.WriteAsync("sorry"u8.ToArray()).AsTask()));

        _exchange.Response.ContentLength.ShouldBeNull();
        _exchange.Body.ShouldBe("sorry");
    }

    [Fact]
    public async Task It_does_not_run_for_a_client_that_has_gone()
    {
        var router = new NodeRouter()
            .All((req, res, next) =>
            {
                _exchange.Leave();
                req.HttpContext.RequestAborted.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            })
            .Use(Handle("e"));

        await Should.ThrowAsync<OperationCanceledException>(RunAsync(router));

        Trace.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_error_that_it_handles_leaves_a_trace_in_the_log(string failure)
    {
        var router = new NodeRouter().Use("/x", Fail("boom", failure)).Use((error, req, res, next) => next(error)).Use("/x", Resume("e")).All(Stop("b"));

        await RunAsync(router);

        Trace.ShouldBe("e:boom b");
        var (level, message, logged) = _exchange.Log.ShouldHaveSingleItem();
        (level, message, logged!.Message).ShouldBe((LogLevel.Information, "Error middleware 'use /x' handled an error of GET /x.", "boom"));
    }

    [Fact]
    public async Task An_error_that_it_replaces_leaves_a_trace_and_one_that_it_passes_on_does_not()
    {
        var replaced = new InvalidOperationException("replaced");

        await RunAsync(new NodeRouter()
            .Use(Fail("first"))
            .Use((error, req, res, next) => next(replaced))
            .Use((error, req, res, next) => next(error), async (error, req, res, next) =>
            {
                await Task.Yield();
                throw error;
            }));
        await RunAsync(new NodeRouter().All(Fail("second")).Use((error, req, res, next) => throw replaced));
        await RunAsync(new NodeRouter().All(Fail("third")).Use(Handle("e")));

        Trace.ShouldBe("none OnError:replaced e:third");
        _exchange.Log.Where(entry => entry.Level == LogLevel.Information).Select(entry => entry.Error!.Message).ShouldBe(["second", "third"]);
    }

    [Fact]
    public async Task Next_twice_is_refused()
    {
        await RunAsync(new NodeRouter().Use(Fail("boom")).Use(async (error, req, res, next) =>
        {
            await next();
            await next();
        }).All(Stop("b")));

        Trace.ShouldBe("b OnError:next() was called twice by one handler of 'use'; probably a missing await or return.");
    }

    [Fact]
    public async Task One_that_returns_null_instead_of_a_task_is_an_error()
    {
        await RunAsync(new NodeRouter().All(Fail("boom")).Use("/x", (error, req, res, next) => null!));

        Trace.ShouldBe("OnError:A handler of 'use /x' returned null instead of a task. Make it async, or return a task.");
    }

    [Fact]
    public void Wrong_registrations_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => new NodeRouter().Use("/x", (NodeErrorMiddleware)null!));
        Should.Throw<ArgumentException>(() => new NodeRouter().Use((NodeErrorMiddleware)CountAsync)).Message.ShouldContain("Int32");

        static Task<int> CountAsync(Exception error, HttpRequest req, HttpResponse res, NodeErrorNext next) => Task.FromResult(1);
    }

    private string Trace => string.Join(' ', _ran);

    private Task RunAsync(NodeRouter router) => router.Handler(_options)(_exchange.Context);

    private Task Ran(string what)
    {
        _ran.Add(what);
        return Task.CompletedTask;
    }

    private NodeHandler Pass(string id) => (req, res, next) =>
    {
        _ran.Add(id);
        return next();
    };

    private NodeHandler Stop(string id) => (req, res, next) => Ran(id);

    private NodeHandler Around(string id) => async (req, res, next) =>
    {
        _ran.Add(id);
        var end = $"!{id}";
        try
        {
            await next();
            end = $"/{id}";
        }
        finally
        {
            _ran.Add(end);
        }
    };

    private NodeErrorMiddleware Handle(string id) => (error, req, res, next) => Ran($"{id}:{error.Message}");

    private NodeErrorMiddleware Resume(string id) => (error, req, res, next) =>
    {
        _ran.Add($"{id}:{error.Message}");
        return next();
    };

    private static NodeHandler Fail(string message, string failure = "throws")
    {
        var error = new InvalidOperationException(message);
        return failure switch
        {
            "throws" => (req, res, next) => throw error,
            "task" => (req, res, next) => Task.FromException(error),
            "async" => async (req, res, next) =>
            {
                await Task.Yield();
                throw error;
            }
            ,
            _ => ExpressWrapper.Wrap((req, res, next) => next(error)),
        };
    }
}
