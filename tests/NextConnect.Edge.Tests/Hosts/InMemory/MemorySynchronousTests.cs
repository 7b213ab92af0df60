using System.Net;

namespace NextConnect.Edge.Tests.Hosts;

/// <summary>Code that blocks instead of awaiting, on either side.</summary>
public sealed class MemorySynchronousTests
{
    private static readonly string[] Parts = ["one", "two"];

    private static readonly Uri Address = new("http://test/x");

    [Theory]
    [InlineData(5)]
    [InlineData(1_000_000)]
    public void Send_works_and_buffers_the_response(int length)
    {
        using var client = new HttpClient(new EdgeRouter().All(async (req, ctx) =>
        {
            await Task.Yield();
            return new() { Content = new ByteArrayContent(new byte[length]) };
        }).ToHttpMessageHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);

        using var response = client.Send(request);

        using var body = response.Content.ReadAsStream();
        body.Length.ShouldBe(length);
    }

    [Fact]
    public void Send_streams_a_response_that_is_read_synchronously()
    {
        using var client = new HttpClient(new EdgeRouter()
            .Post("/x", async (req, ctx) => new() { Content = new ByteArrayContent(await req.Content!.ReadAsByteArrayAsync()) })
            .ToHttpMessageHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent("a body") };

        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(response.Content.ReadAsStream());

        reader.ReadToEnd().ShouldBe("a body");
    }

    [Fact]
    public void Send_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        using var client = new HttpClient(new EdgeRouter().All(async (req, ctx) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, ctx.Aborted);
            return new();
        }).ToHttpMessageHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);

        Should.Throw<OperationCanceledException>(() => client.Send(request, cancel.Token));
    }

    [Fact]
    public void Send_passes_what_no_route_handles_to_the_inner_handler()
    {
        using var client = new HttpClient(new EdgeRouter().Get("/mine", (req, ctx) => new HttpResponseMessage())
            .ToHttpMessageHandler(inner: new EdgeRouter().All((req, ctx) => new HttpResponseMessage(HttpStatusCode.Accepted)).ToHttpMessageHandler()));
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);

        using var response = client.Send(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public void Send_records_the_request()
    {
        var recorder = new RequestRecorder();
        using var client = new HttpClient(new EdgeRouter().All((req, ctx) => new HttpResponseMessage()).ToHttpMessageHandler(recorder: recorder));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent("a body") };

        using var response = client.Send(request);

        recorder.Requests.ShouldHaveSingleItem().Text.ShouldBe("a body");
    }

    [Fact]
    public void Send_from_a_thread_that_runs_its_continuations_itself_does_not_block_for_ever()
    {
        using var client = new HttpClient(new EdgeRouter().All(async (req, ctx) =>
        {
            await Task.Yield();
            return new();
        }).ToHttpMessageHandler());
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new IdleContext());
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address);
            using var response = client.Send(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public async Task A_request_body_is_read_to_its_end_without_awaiting()
    {
        using var client = new HttpClient(new EdgeRouter().All((req, ctx) =>
        {
            using var reader = new StreamReader(req.Content!.ReadAsStream());
            return new() { Content = new StringContent(reader.ReadToEnd()) };
        }).ToHttpMessageHandler());
        using var body = new StringContent(new string('x', 200_000));

        using var response = await client.PostAsync(Address, body);

        (await response.Content.ReadAsStringAsync()).Length.ShouldBe(200_000);
    }

    [Fact]
    public async Task A_request_body_is_copied_without_awaiting()
    {
        using var client = new HttpClient(new EdgeRouter().All((req, ctx) =>
        {
            var copy = new MemoryStream();
            req.Content!.CopyTo(copy, null, CancellationToken.None);
            return new() { Content = new ByteArrayContent(copy.ToArray()) };
        }).ToHttpMessageHandler());
        using var body = new StringContent("a body");

        using var response = await client.PostAsync(Address, body);

        (await response.Content.ReadAsStringAsync()).ShouldBe("a body");
    }

    [Fact]
    public async Task Middleware_reads_a_stream_or_a_range_without_awaiting()
    {
        using var client = new HttpClient(new EdgeRouter()
            .Use(async (req, ctx, next) =>
            {
                using var response = await next();
                return new() { Content = req.RequestUri!.Query == "?copy" ? Copied(response.Content) : Read(response.Content) };
            })
            .Get("/stream", (req, ctx) => EdgeResponse.Stream(Parts.ToAsyncEnumerable()))
            .Get("/file", (req, ctx) => EdgeResponse.File(req, new MemoryStream("0123456789"u8.ToArray()), "text/plain"))
            .ToHttpMessageHandler());

        (await client.GetStringAsync(new Uri("http://test/stream"))).ShouldBe("onetwo");
        (await client.GetStringAsync(new Uri("http://test/stream?copy"))).ShouldBe("onetwo");
        client.DefaultRequestHeaders.Range = new(2, 4);
        (await client.GetStringAsync(new Uri("http://test/file"))).ShouldBe("234");
        (await client.GetStringAsync(new Uri("http://test/file?copy"))).ShouldBe("234");

        static ByteArrayContent Copied(HttpContent content)
        {
            var copy = new MemoryStream();
            content.CopyTo(copy, null, CancellationToken.None);
            return new(copy.ToArray());
        }

        static StringContent Read(HttpContent content)
        {
            using var reader = new StreamReader(content.ReadAsStream());
            return new(reader.ReadToEnd());
        }
    }

    /// <summary>Keeps what it is given, as that of a thread that is blocked.</summary>
    private sealed class IdleContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
