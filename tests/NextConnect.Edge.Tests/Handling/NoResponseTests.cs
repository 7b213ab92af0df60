using System.Net;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests;

/// <summary>R21: a handler that gives no response is an error that names its layer.</summary>
public sealed class NoResponseTests
{
    public static TheoryData<string> Ways => ["endpoint", "endpoint later", "sync endpoint", "handler", "middleware"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Handler_without_response_is_an_error_that_names_its_layer(string way)
    {
        var none = Task.FromResult<HttpResponseMessage>(null!);
        var router = new EdgeRouter();
        _ = way switch
        {
            "endpoint" => router.Get("/users/:id", (_, _) => none),
            "endpoint later" => router.Get("/users/:id", NullLaterAsync),
            "sync endpoint" => router.Get("/users/:id", (_, _) => (HttpResponseMessage)null!),
            "handler" => router.Get("/users/:id", (_, _, _) => none),
            _ => router.Use("/users/:id", (_, _, _) => none).Get("/users/:id", (_, _) => new HttpResponseMessage()),
        };

        var error = await ErrorOfAsync(router, new());

        error.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain(way == "middleware" ? "'use /users/:id'" : "'GET /users/:id'");
        error.Message.ShouldContain("null");
    }

    [Fact]
    public async Task Error_comes_where_the_response_was_awaited()
    {
        Exception? seen = null;
        var router = new EdgeRouter()
            .Use(async (_, _, next) =>
            {
                try
                {
                    return await next();
                }
                catch (InvalidOperationException error)
                {
                    seen = error;
                    return new HttpResponseMessage();
                }
            })
            .Get("/users/7", NullLaterAsync);

        (await ErrorOfAsync(router, new())).ShouldBeNull();

        seen!.Message.ShouldContain("'GET /users/7'");
    }

    [Fact]
    public async Task OnNoMatch_without_response_is_an_error_too()
    {
        (await ErrorOfAsync(new EdgeRouter(), new() { OnNoMatch = NullLaterAsync })).ShouldNotBeNull().Message.ShouldContain("OnNoMatch");
    }

    [Fact]
    public async Task RunAsync_throws_the_error()
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/x");

        await Should.ThrowAsync<InvalidOperationException>(() => new EdgeRouter().Get("/x", NullLaterAsync).RunAsync(req, new()));
    }

    private static async Task<HttpResponseMessage> NullLaterAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        await Task.Yield();
        return null!;
    }

    /// <summary>Gives what was logged, or what <c>OnNoMatch</c> failed with; the answer is 500 then.</summary>
    private static async Task<Exception?> ErrorOfAsync(EdgeRouter router, EdgeHandlerOptions options)
    {
        Exception? logged = null;
        using var req = new HttpRequestMessage(HttpMethod.Get, "http://test/users/7");
        using var response = await TestObserver.InvokeAsync(router, options, req, new(), Log);
        ((int)response.StatusCode).ShouldBe(logged is null ? 200 : 500);
        return logged;

        HttpStatusCode Log(Exception error)
        {
            logged = error;
            return HttpStatusCode.InternalServerError;
        }
    }
}
