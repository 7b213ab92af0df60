using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace NextConnect.Node.Tests;

/// <summary>R20: Mount moves the base path from Path to PathBase. The numbers D11–D15 of tests/coverage/connect.md.</summary>
public sealed class MountPathTests : IDisposable
{
    private readonly NodeExchange _exchange = new();
    private readonly List<string> _seen = [];

    public void Dispose() => _exchange.Dispose();

    [Theory]
    [InlineData("/admin/users", "/admin|/users")]
    [InlineData("/ADMIN/users/", "/ADMIN|/users/")]
    [InlineData("/admin", "/admin|")]
    [InlineData("/admin/", "/admin|/")]
    [InlineData("/admin//x", "/admin|//x")]
    public async Task Mounted_layers_see_the_path_below_the_base(string path, string expected)
    {
        await RunAsync(new NodeRouter().Mount("/admin/", See("in")).All(See("after")), path);

        _seen.ShouldBe([$"in {expected}", $"after |{path}"]);
    }

    [Fact]
    public async Task Path_base_that_was_there_stays_in_front()
    {
        _exchange.Request.PathBase = "/app";

        await RunAsync(new NodeRouter().Mount("/admin", See("in")).All(See("after")), "/admin/x");

        _seen.ShouldBe(["in /app/admin|/x", "after /app|/admin/x"]);
    }

    [Fact]
    public async Task Base_may_hold_parameters()
    {
        await RunAsync(
            new NodeRouter()
                .Mount("/:org/repos", new NodeRouter().Get("/:repo", (req, res) => Seen($"{req.Params["org"]} {req.Params["repo"]} {View(req)}"))),
            "/acme%2F1/repos/x");

        _seen.ShouldBe(["acme%2F1 x /acme%2F1/repos|/x"]);
    }

    [Fact]
    public async Task Mounts_nest_and_each_sees_its_own_path()
    {
        var posts = new NodeRouter().Use(See("posts")).Get("/:post", See("post"));
        var users = new NodeRouter().Use(See("users")).Mount("/:user/posts", posts).Use(See("users again"));

        await RunAsync(new NodeRouter().Mount("/users", users).All(See("after")), "/users/7/posts/1");

        _seen.ShouldBe([
            "users /users|/7/posts/1", "posts /users/7/posts|/1", "post /users/7/posts|/1", "users again /users|/7/posts/1", "after |/users/7/posts/1"]);
    }

    [Fact]
    public async Task Mount_below_Use_moves_the_whole_base_and_Use_below_Mount_moves_no_further()
    {
        var inner = new NodeRouter().Get("/x", See("inner"));

        await RunAsync(new NodeRouter().Use("/a", new NodeRouter().Mount("/b", inner)), "/a/b/x");
        await RunAsync(new NodeRouter().Mount("/a", new NodeRouter().Use("/b", inner)), "/a/b/x");

        _seen.ShouldBe(["inner /a/b|/x", "inner /a|/b/x"]);
    }

    [Fact]
    public async Task Moved_path_is_back_after_next()
    {
        NodeHandler around = async (req, res, next) =>
        {
            await next();
            _seen.Add($"back {View(req)}");
        };

        await RunAsync(new NodeRouter().Mount("/a", around).All(See("after")), "/a/b");

        _seen.ShouldBe(["after |/a/b", "back /a|/b"]);
        View(_exchange.Request).ShouldBe("|/a/b");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Path_is_restored_after_an_error(bool isAsync)
    {
        var router = new NodeRouter().Mount("/a", async (req, res, next) =>
        {
            if (isAsync)
                await Task.Yield();
            throw new InvalidOperationException();
        }).All(See("x"));

        await RunAsync(router, "/a/b", new() { OnError = (error, req, res) => Seen($"OnError {View(req)}") });

        _seen.ShouldBe(["OnError |/a/b"]);
    }

    [Fact]
    public async Task Error_middleware_of_a_mounted_router_sees_the_path_below_the_base()
    {
        var sub = new NodeRouter().Get("/x", (req, res) => throw new InvalidOperationException()).Use((error, req, res, next) =>
        {
            _seen.Add($"e {View(req)}");
            return next();
        });

        await RunAsync(new NodeRouter().Mount("/a", sub).All(See("after")), "/a/x");

        _seen.ShouldBe(["e /a|/x", "after |/a/x"]);
    }

    [Fact]
    public async Task Mounted_error_middleware_sees_the_path_below_the_base()
    {
        var router = new NodeRouter()
            .Get("/:org/x", (req, res) => throw new InvalidOperationException())
            .Mount("/other", (error, req, res, next) => Seen("other"))
            .Mount(
                "/:org",
                (error, req, res, next) =>
                {
                    _seen.Add($"first {req.Params["org"]} {View(req)}");
                    return next(error);
                },
                async (error, req, res, next) =>
                {
                    await next();
                    _seen.Add($"second {View(req)}");
                })
            .All(See("after"));

        await RunAsync(router, "/a/x");

        _seen.ShouldBe(["first a /a|/x", "after |/a/x", "second /a|/x"]);
        View(_exchange.Request).ShouldBe("|/a/x");
    }

    [Fact]
    public async Task Mounted_error_middleware_is_skipped_without_an_error_and_mounts_again()
    {
        var sub = new NodeRouter().Mount("/b", (error, req, res, next) => Seen($"{error.Message} {View(req)}"));
        var router = new NodeRouter().Use("/boom", (req, res, next) => throw new InvalidOperationException("boom")).Mount("/a", sub).Use("/boom", sub)
            .All(See("after"));

        await RunAsync(router, "/a/b/c");
        await RunAsync(router, "/boom/b/c");

        _seen.ShouldBe(["after |/a/b/c", "boom /boom/b|/c"]);
        router.Layers.Where(layer => layer.HandlesErrors).Select(layer => layer.MountPath).ShouldBe(["/a/b", "/boom/b"]);
    }

    [Fact]
    public void Mounted_error_middleware_needs_a_base_that_can_move()
    {
        NodeErrorMiddleware middleware = (error, req, res, next) => next(error);

        Should.Throw<ArgumentException>(() => new NodeRouter().Mount(new Regex("^/a"), middleware)).Message.ShouldContain("'^/a' is a regular expression");
        Should.Throw<ArgumentException>(() => new NodeRouter().Mount("/a/*", middleware)).Message.ShouldContain("'/a/*' has one");
        Should.Throw<ArgumentException>(() => new NodeRouter().Mount("/:a?", middleware)).Message.ShouldContain("'/:a?' has an optional one");
        Should.Throw<ArgumentNullException>(() => new NodeRouter().Mount((RoutePattern)null!, middleware)).ParamName.ShouldBe("basePath");
        Should.Throw<ArgumentNullException>(() => new NodeRouter().Mount("/a", (NodeErrorMiddleware)null!)).ParamName.ShouldBe("handlers");
        Should.Throw<ArgumentNullException>(() => ((NodeRouter)null!).Mount("/a", middleware)).ParamName.ShouldBe("router");
    }

    [Fact]
    public async Task Forgotten_next_leaves_no_moved_path_behind()
    {
        var gate = new TaskCompletionSource();
        var router = new NodeRouter()
            .Mount("/a", (req, res, next) =>
            {
                _ = next();
                return Task.CompletedTask;
            })
            .All((req, res) => gate.Task);

        var run = RunAsync(router, "/a/b");
        gate.SetResult();
        await run;

        View(_exchange.Request).ShouldBe("|/a/b");
    }

    [Fact]
    public async Task Matching_keeps_to_the_path_that_came_in()
    {
        await RunAsync(new NodeRouter()
            .Use((req, res, next) =>
            {
                req.Path = "/elsewhere";
                return next();
            })
            .Mount("/a", See("in")).Get("/a/b", See("route")).Get("/elsewhere", See("never")), "/a/b");

        _seen.ShouldBe(["in /a|/b", "route |/elsewhere"]);
    }

    [Fact]
    public async Task Original_URL_and_query_stay_readable()
    {
        _exchange.Request.QueryString = new("?url=http://example.com/a");

        await RunAsync(
            new NodeRouter().Mount("/proxy", new NodeRouter().Get("/x y", (req, res) => Seen($"{req.GetEncodedPathAndQuery()} {req.Query["url"]}"))),
            "/proxy/x y");

        _seen.ShouldBe(["/proxy/x%20y?url=http://example.com/a http://example.com/a"]);
    }

    [Fact]
    public async Task Base_of_everything_moves_nothing()
    {
        await RunAsync(new NodeRouter().Mount("/", See("root")).Mount("", new NodeRouter().All(See("all"))), "/a");

        _seen.ShouldBe(["root |/a", "all |/a"]);
    }

    [Fact]
    public void Bases_without_a_fixed_number_of_segments_are_refused()
    {
        var sub = new NodeRouter().Mount("/x", See("x"));

        Should.Throw<ArgumentException>(() => new NodeRouter().Mount("/a/:b?", See("x"))).Message.ShouldContain("'/a/:b?' has an optional one");
        Should.Throw<ArgumentException>(() => new NodeRouter().Use("/:b?", sub)).Message.ShouldContain("'/:b?' has an optional one");
        Should.Throw<ArgumentException>(() => new NodeRouter().Mount("/a/*", See("x"))).Message.ShouldContain("'/a/*'");
        Should.Throw<ArgumentException>(() => new NodeRouter().Mount(new Regex("^/a"), sub)).Message.ShouldContain("'^/a'");
    }

    [Fact]
    public async Task Handler_that_returns_null_instead_of_a_task_is_an_error()
    {
        await RunAsync(
            new NodeRouter().Mount("/a", (req, res, next) => null!).All(See("x")), "/a", new() { OnError = (error, req, res) => Seen(error.Message) });

        _seen.ShouldBe(["A handler of 'use /a' returned null instead of a task. Make it async, or return a task."]);
    }

    private static string View(HttpRequest req) => $"{req.PathBase.Value}|{req.Path.Value}";

    private Task RunAsync(NodeRouter router, string path, NodeHandlerOptions? options = null)
    {
        _exchange.Request.Path = new(path);
        return router.Handler(options)(_exchange.Context);
    }

    private Task Seen(string what)
    {
        _seen.Add(what);
        return Task.CompletedTask;
    }

    private NodeHandler See(string id) => (req, res, next) =>
    {
        _seen.Add($"{id} {View(req)}");
        return id is "after" or "inner" or "x" or "route" or "all" ? Task.CompletedTask : next();
    };
}
