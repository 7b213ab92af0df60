using System.Net;
using System.Text;

namespace NextConnect.Edge.Tests;

/// <summary><c>ToHttpMessageHandler</c>: an <see cref="HttpClient"/> calls a router in memory.</summary>
public sealed class HttpMessageHandlerTests
{
    private static readonly Uri Address = new("http://test/x");

    [Fact]
    public async Task Client_gets_what_the_router_answers()
    {
        using var client = Client(new EdgeRouter().Post("/x", async (req, _) => Text($"got {await req.Content!.ReadAsStringAsync()}")));
        using var content = new StringContent("a body");

        using var response = await client.PostAsync(Address, content);

        (await response.Content.ReadAsStringAsync()).ShouldBe("got a body");
        (await client.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answer_to_HEAD_has_no_body_but_its_headers_and_length()
    {
        using var client = Client(new EdgeRouter().Get("/x", (_, _) => Text("twelve bytes")));
        using var req = new HttpRequestMessage(HttpMethod.Head, Address);

        using var response = await client.SendAsync(req);

        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        response.Content.Headers.ContentLength.ShouldBe(12);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [Fact]
    public async Task Request_message_is_the_callers_whatever_a_handler_set()
    {
        using var own = new HttpRequestMessage();
        using var client = Client(new EdgeRouter().Get("/x", (_, _) => Text("x")).Get("/own", (_, _) => new HttpResponseMessage { RequestMessage = own }));
        using var req = new HttpRequestMessage(HttpMethod.Get, Address);

        (await client.SendAsync(req)).RequestMessage.ShouldBeSameAs(req);
        (await client.GetAsync(new Uri("http://test/own"))).RequestMessage.ShouldNotBeSameAs(own);
    }

    [Fact]
    public async Task Options_reach_the_handler()
    {
        using var client = new HttpClient(new EdgeRouter().ToHttpMessageHandler(options: new() { OnNoMatch = (_, _) => Task.FromResult(Text("custom")) }));

        (await client.GetStringAsync(Address)).ShouldBe("custom");
    }

    [Fact]
    public async Task Options_need_no_type_name()
    {
        using var client = new HttpClient(new EdgeRouter().Post("/x", (_, _) => Text("x")).ToHttpMessageHandler(new() { HandleMethodNotAllowed = true }));

        (await client.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Context_is_made_for_each_request()
    {
        var router = new EdgeRouter().Get("/:id", (req, ctx) => Text($"{((Numbered)ctx).Number} {req.Params["id"]}"));
        var count = 0;
        using var client = new HttpClient(router.ToHttpMessageHandler(new() { CreateContext = host => new Numbered(host) { Number = ++count } }));

        (await client.GetStringAsync(Address)).ShouldBe("1 x");
        (await client.GetStringAsync(new Uri("http://other/y"))).ShouldBe("2 y");
    }

    [Fact]
    public async Task Cancelled_call_ends_at_once_and_the_handler_sees_it()
    {
        var started = new TaskCompletionSource();
        var seen = new TaskCompletionSource();
        var never = new TaskCompletionSource<HttpResponseMessage>();
        using var source = new CancellationTokenSource();
        using var client = Client(new EdgeRouter().Get("/x", (_, ctx) =>
        {
            ctx.Aborted.Register(seen.SetResult);
            started.SetResult();
            return never.Task;
        }));

        var getting = client.GetAsync(Address, source.Token);
        await started.Task;
        await source.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => getting);
        await seen.Task;
        never.SetResult(Text("too late"));
    }

    [Fact]
    public async Task Body_is_streamed_with_ResponseHeadersRead()
    {
        var gate = new TaskCompletionSource();
        using var client = Client(new EdgeRouter().Get("/x", (_, _) => new HttpResponseMessage { Content = new StreamContent(new TwoPartStream(gate.Task)) }));

        using var response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[16];
        var first = await body.ReadAsync(buffer);
        gate.SetResult();
        var second = await body.ReadAsync(buffer.AsMemory(first));

        Encoding.ASCII.GetString(buffer, 0, first + second).ShouldBe("onetwo");
    }

    [Fact]
    public async Task Error_is_a_500_for_the_client()
    {
        using var client = new HttpClient(new EdgeRouter().Get("/x", (_, _) => throw new InvalidTimeZoneException("secret"))
            .ToHttpMessageHandler(options: new() { OnError = (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway)) }));

        (await client.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    private static HttpClient Client(EdgeRouter router) => new(router.ToHttpMessageHandler());

    private static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };

    private sealed class Numbered(EdgeContext host) : EdgeContext(host)
    {
        public int Number { get; init; }
    }
}
