using System.Net;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests.Handling;

public sealed class OnErrorTests
{
    private readonly List<Exception> _logged = [];

    [Fact]
    public async Task OnError_that_returns_null_leaves_the_default_500_which_is_logged()
    {
        using var response = await SendAsync("/broken", (_, _, _) => Task.FromResult<HttpResponseMessage?>(null)!);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.TextAsync()).ShouldBe("Internal Server Error");
        _logged.ShouldHaveSingleItem().Message.ShouldBe("a secret");
    }

    [Fact]
    public async Task OnError_that_returns_null_leaves_the_default_problem_document()
    {
        using var usual = await SendAsync("/bad", null);
        using var response = await SendAsync("/bad", async (error, _, _) =>
        {
            await Task.Yield();
            return error is TimeoutException ? EdgeResponse.Empty() : null;
        });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.TextAsync()).ShouldBe(await usual.TextAsync());
        _logged.ShouldBeEmpty();
    }

    [Fact]
    public async Task OnError_can_build_on_the_default_problem_document()
    {
        using var usual = await SendAsync("/bad", null);
        using var response = await SendAsync("/bad", (error, _, _) =>
        {
            var problem = EdgeResponse.Problem((EdgeRequestException)error);
            problem.Headers.Add("X-Trace", "1");
            return Task.FromResult(problem);
        });

        (await response.TextAsync()).ShouldBe(await usual.TextAsync());
        response.Header("Content-Type").ShouldBe("application/problem+json");
        response.Header("X-Trace").ShouldBe("1");
        Should.Throw<ArgumentNullException>(() => EdgeResponse.Problem((EdgeRequestException)null!));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, EdgeErrorHandler? onError)
    {
        var router = new EdgeRouter()
            .Get("/broken", (_, _) => throw new InvalidOperationException("a secret"))
            .Get("/bad", (_, _) => throw new EdgeRequestException("query", "It is malformed."));
        using var req = InMemory.Get(path);
        return await TestObserver.InvokeAsync(router, new() { OnError = onError }, req, new(), error =>
        {
            _logged.Add(error);
            return HttpStatusCode.InternalServerError;
        });
    }
}
