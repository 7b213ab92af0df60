using System.Net;
using System.Text;

namespace NextConnect.Conformance.Hosts;

public abstract class HostErrorSuite(IHostHarness harness) : HostSuite(harness)
{
    [Fact]
    public async Task An_exception_is_answered_500_without_a_word_of_it()
    {
        await using var host = await StartAsync(HttpResponseMessage (req, ctx) => throw new InvalidOperationException("secret"));

        using var response = await host.GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldBe("Internal Server Error");
    }

    [Fact]
    public async Task Default_response_to_HEAD_has_the_length_of_that_to_GET()
    {
        await using var host = await StartAsync(new EdgeRouter().Post("/x", (_, _) => Text("x")), new() { HandleMethodNotAllowed = true });

        using var get = await host.GetAsync("/x");
        using var head = await host.SendAsync(HttpMethod.Head, "/x");

        head.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength.ShouldNotBeNull());
        (await head.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task OnError_answers()
    {
        await using var host = await StartAsync(
            new EdgeRouter().Get(HttpResponseMessage (req, ctx) => throw new InvalidOperationException("told")),
            new() { OnError = (error, req, ctx) => Task.FromResult(Text(error.Message)) });

        using var response = await host.GetAsync("/");

        (await response.Content.ReadAsStringAsync()).ShouldBe("told");
    }

    [Fact]
    public async Task Content_that_fails_before_its_first_byte_is_answered_500_without_its_headers()
    {
        await using var host = await StartAsync((req, ctx) =>
        {
            var sent = new HttpResponseMessage { Content = new PushContent((_, _) => throw new InvalidOperationException("broken")) };
            sent.Headers.Add("X-Mine", "1");
            return sent;
        });

        using var response = await host.GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Headers.Contains("X-Mine").ShouldBeFalse();
        (await response.Content.ReadAsStringAsync()).ShouldBe("Internal Server Error");
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(65_536, null)]
    [InlineData(1_000_000, null)]
    [InlineData(1, 2_000_000)]
    public virtual async Task Content_that_fails_after_its_first_byte_never_looks_whole(int sent, int? length)
    {
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage { Content = Failing(sent, length) });

        await Should.ThrowAsync<HttpRequestException>(() => host.GetAsync("/"));

        await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            try
            {
                using var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
                response.StatusCode.ShouldBe(HttpStatusCode.OK);
                await using var body = await response.Content.ReadAsStreamAsync();
                await body.CopyToAsync(Stream.Null).Soon();
            }
            catch (IOException error)
            {
                throw new HttpRequestException("a reset may reach the client before the bytes do", error);
            }
        });
    }

    [Fact]
    public async Task A_host_goes_on_after_errors_of_all_kinds()
    {
        await using var host = await StartAsync(new EdgeRouter()
            .Get("/throw", HttpResponseMessage (req, ctx) => throw new InvalidOperationException("broken"))
            .Get("/late", (req, ctx) => new HttpResponseMessage { Content = Failing(10, 20) })
            .Get("/ok", (req, ctx) => Text("ok")));

        for (var i = 0; i < 3; i++)
        {
            (await host.GetAsync("/throw")).Dispose();
            await Should.ThrowAsync<HttpRequestException>(() => host.GetAsync("/late"));
            using var response = await host.GetAsync("/ok");
            (await response.Content.ReadAsStringAsync()).ShouldBe("ok");
        }
    }

    protected static PushContent Failing(int sent, int? length)
    {
        var content = new PushContent(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', sent)), token);
            await stream.FlushAsync(token);
            throw new InvalidOperationException("broken");
        });
        content.Headers.ContentLength = length;
        return content;
    }
}
