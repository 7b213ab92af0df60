using System.Net;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>What a socket carries, and what stays on its side.</summary>
public sealed class MemoryWireTests
{
    [Fact]
    public async Task RequestMessage_is_the_callers_own_and_what_handlers_do_to_theirs_does_not_show()
    {
        var router = new EdgeRouter().Get("/users/:id", (req, ctx) =>
        {
            req.Headers.Add("X-Handler", "1");
            req.RequestUri = new Uri("http://elsewhere/");
            return new HttpResponseMessage { Content = new StringContent(req.Params["id"]!) };
        });
        using var client = new HttpMessageInvoker(router.ToHttpMessageHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://test/users/7");

        using var first = await client.SendAsync(request, CancellationToken.None);
        first.RequestMessage.ShouldBeSameAs(request);
        request.Headers.ShouldBeEmpty();
        request.RequestUri!.AbsolutePath.ShouldBe("/users/7");

        request.RequestUri = new Uri("http://test/users/8"); // as a handler that follows redirects or tries again does
        using var second = await client.SendAsync(request, CancellationToken.None);
        (await second.Content.ReadAsStringAsync()).ShouldBe("8");
    }

    [Fact]
    public async Task A_handler_that_blocks_does_not_block_a_caller_that_cancels()
    {
        using var release = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        using var client = new HttpClient(new EdgeRouter().All((req, ctx) =>
        {
            started.SetResult();
            release.Wait();
            return new HttpResponseMessage();
        }).ToHttpMessageHandler());

        var answer = client.GetAsync(new Uri("http://test/"), cancel.Token);
        await started.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => answer);
        release.Set();
    }

    [Fact]
    public void A_caller_that_cannot_give_up_is_answered_without_a_change_of_thread()
    {
        var thread = 0;
        using var invoker = new HttpMessageInvoker(new EdgeRouter().All((req, ctx) =>
        {
            thread = Environment.CurrentManagedThreadId;
            return new() { Content = new StringContent("here") };
        }).ToHttpMessageHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://test/");

        var answer = invoker.SendAsync(request, CancellationToken.None);

        answer.IsCompletedSuccessfully.ShouldBeTrue();
        thread.ShouldBe(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public async Task A_caller_that_cannot_give_up_gets_the_headers_before_a_long_body()
    {
        var body = new byte[1 << 20];
        using var invoker = new HttpMessageInvoker(new EdgeRouter().All((req, ctx) => new() { Content = new ByteArrayContent(body) }).ToHttpMessageHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://test/");

        using var response = await invoker.SendAsync(request, CancellationToken.None);

        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBe(body.Length);
    }

    [Fact]
    public async Task An_upload_that_fails_fails_the_call_and_aborts_the_handler()
    {
        var aborted = new TaskCompletionSource();
        using var client = new HttpClient(new EdgeRouter().All(async (req, ctx) =>
        {
            ctx.Aborted.Register(aborted.SetResult);
            return new() { Content = new StringContent(await req.Content!.ReadAsStringAsync(ctx.Aborted)) };
        }).ToHttpMessageHandler());
        using var body = new BrokenContent(Task.CompletedTask);

        (await Should.ThrowAsync<InvalidOperationException>(() => client.PostAsync(new Uri("http://test/"), body))).Message.ShouldBe("broken upload");
        await aborted.Task.Soon();
    }

    [Fact]
    public async Task An_upload_that_fails_after_the_response_has_begun_breaks_it_off_and_is_no_error_of_the_handler()
    {
        var told = new List<Exception>();
        var go = new TaskCompletionSource();
        using var client = new HttpClient(new EdgeRouter().All((req, ctx) => new HttpResponseMessage { Content = req.Content })
            .ToHttpMessageHandler(new()
            {
                OnError = (error, req, ctx) =>
                {
                    told.Add(error);
                    return Task.FromResult(new HttpResponseMessage());
                },
            }));
        using var body = new BrokenContent(go.Task);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://test/") { Content = body };

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Soon();
        go.SetResult();

        (await Should.ThrowAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync().Soon())).ToString().ShouldContain("broken upload");
        told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handler_that_closes_a_body_it_has_not_read_to_its_end_is_heard()
    {
        using var client = new HttpClient(new EdgeRouter().All(async (req, ctx) =>
        {
            await using (var upload = await req.Content!.ReadAsStreamAsync())
                await upload.ReadExactlyAsync(new byte[1]);
            return new(HttpStatusCode.Conflict);
        }).ToHttpMessageHandler());
        using var body = new ByteArrayContent(new byte[1_000_000]);

        using var response = await client.PostAsync(new Uri("http://test/"), body).Soon();

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_request_body_comes_once_unless_it_is_buffered()
    {
        using var client = new HttpClient(new EdgeRouter()
            .Post("/buffered", async (req, ctx) =>
                new() { Content = new StringContent(await req.Content!.ReadAsStringAsync() + await req.Content.ReadAsStringAsync()) })
            .Post("/streamed", async (req, ctx) =>
            {
                using var reader = new StreamReader(await req.Content!.ReadAsStreamAsync());
                await reader.ReadToEndAsync();
                return new((await Should.ThrowAsync<InvalidOperationException>(() => req.Content.CopyToAsync(Stream.Null))) is null
                    ? HttpStatusCode.OK
                    : HttpStatusCode.Conflict);
            }).ToHttpMessageHandler())
        { BaseAddress = new Uri("http://test") };
        using var body = new StringContent("x");
        using var again = new StringContent("y");

        using var buffered = await client.PostAsync(new Uri("/buffered", UriKind.Relative), body);
        using var streamed = await client.PostAsync(new Uri("/streamed", UriKind.Relative), again);

        (await buffered.Content.ReadAsStringAsync()).ShouldBe("xx");
        streamed.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Synchronous_writes_are_refused_as_on_a_server()
    {
        using var client = new HttpClient(new EdgeRouter().All((req, ctx) => new HttpResponseMessage { Content = new SyncContent() }).ToHttpMessageHandler());

        using var response = await client.GetAsync(new Uri("http://test/"));

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    private sealed class BrokenContent(Task when) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("part"u8.ToArray());
            await when;
            throw new InvalidOperationException("broken upload");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class SyncContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            stream.Write("text"u8);
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 4;
            return true;
        }
    }
}
