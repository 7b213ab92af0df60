using System.Net;

namespace NextConnect.Conformance.Hosts;

public abstract class HostBodySuite(IHostHarness harness) : HostSuite(harness)
{
    [Fact]
    public async Task Bodies_arrive_byte_for_byte_both_ways()
    {
        var bytes = new byte[1_000_000];
        new Random(7).NextBytes(bytes);
        await using var host = await StartAsync(
            async (req, ctx) => new() { Content = new ByteArrayContent(await req.Content!.ReadAsByteArrayAsync(ctx.Aborted)) });
        using var body = new ByteArrayContent(bytes);

        using var response = await host.Client.PostAsync(host.Client.BaseAddress, body).Soon();

        (await response.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        response.Content.Headers.ContentLength.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task A_request_without_body_has_no_content()
    {
        await using var host = await StartAsync((req, ctx) => Text(req.Content is null ? "none" : "some"));

        using var response = await host.GetAsync("/");

        (await response.Content.ReadAsStringAsync()).ShouldBe("none");
    }

    [Fact]
    public async Task The_answer_to_HEAD_keeps_length_and_type_and_has_no_body()
    {
        await using var host = await StartAsync(new EdgeRouter().Get((req, ctx) => Text("four")));

        using var response = await host.SendAsync(HttpMethod.Head, "/");

        response.Content.Headers.ContentLength.ShouldBe(4);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", 204)]
    [InlineData("GET", 205)]
    [InlineData("GET", 304)]
    [InlineData("HEAD", 200)]
    public async Task A_body_that_may_not_be_is_neither_read_nor_sent_but_disposed(string method, int status)
    {
        var wasRead = false;
        var body = new PushContent((_, _) =>
        {
            wasRead = true;
            return Task.CompletedTask;
        });
        await using var host = await StartAsync(new EdgeRouter()
            .Get("/after", (req, ctx) => Text("after"))
            .All((req, ctx) => new HttpResponseMessage((HttpStatusCode)status) { Content = body }));

        using var response = await host.SendAsync(new(method), "/");
        using var after = await host.GetAsync("/after");

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        (await after.Content.ReadAsStringAsync()).ShouldBe("after");
        await body.Disposed.Soon();
        wasRead.ShouldBeFalse();
    }

    [Fact]
    public async Task A_text_for_204_is_dropped_with_its_length()
    {
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new StringContent("text") });

        using var response = await host.GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (response.Content.Headers.ContentLength ?? 0).ShouldBe(0);
    }

    [Fact]
    public async Task Content_response_and_request_are_disposed_after_the_last_byte()
    {
        var (go, body, upload) = (new TaskCompletionSource(), new TaskCompletionSource<PushContent>(), new PushContent((_, _) => Task.CompletedTask));
        await using var host = await StartAsync((req, ctx) =>
        {
            req.Content = upload;
            body.SetResult(PushContent.Of((Task.CompletedTask, "first"), (go.Task, "last")));
            return new HttpResponseMessage { Content = body.Task.Result };
        });

        using var response = await host.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        var content = await body.Task.Soon();
        (content.Disposed.IsCompleted || upload.Disposed.IsCompleted).ShouldBeFalse();
        go.SetResult();

        (await response.Content.ReadAsStringAsync().Soon()).ShouldBe("firstlast");
        await content.Disposed.Soon();
        await upload.Disposed.Soon();
    }

    [Fact]
    public async Task A_response_that_is_returned_twice_answers_500_the_second_time()
    {
        var shared = Text("mine");
        await using var host = await StartAsync((req, ctx) => shared);

        using var first = await host.GetAsync("/");
        using var second = await host.GetAsync("/");

        (await first.Content.ReadAsStringAsync()).ShouldBe("mine");
        second.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_response_that_a_hundred_requests_share_at_once_comes_whole_or_not_at_all()
    {
        var shared = Text("mine");
        await using var host = await StartAsync(new EdgeRouter()
            .Get("/after", (req, ctx) => Text("after"))
            .Get("/", (req, ctx) => shared));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AnswerOrFailureAsync(host)));

        answers.ShouldAllBe(answer => answer == "mine" || answer == "Internal Server Error" || answer == null);
        using var after = await host.GetAsync("/after");
        (await after.Content.ReadAsStringAsync()).ShouldBe("after");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public async Task A_wrong_length_never_looks_like_a_whole_answer(int length)
    {
        await using var host = await StartAsync((req, ctx) =>
            new HttpResponseMessage { Content = new ByteArrayContent("hello"u8.ToArray()) { Headers = { ContentLength = length } } });

        var status = await StatusOrFailureAsync(host);

        status.ShouldBe(length == 3 ? HttpStatusCode.InternalServerError : null);
    }

    private static async Task<string?> AnswerOrFailureAsync(RunningHost host)
    {
        try
        {
            using var response = await host.GetAsync("/");
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<HttpStatusCode?> StatusOrFailureAsync(RunningHost host)
    {
        try
        {
            using var response = await host.GetAsync("/");
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
