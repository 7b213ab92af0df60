using System.Net;

namespace NextConnect.Edge.Tests.Hosts;

public sealed class RequestRecorderTests
{
    [Fact]
    public async Task Calls_are_recorded_in_their_order_with_bodies_that_no_handler_has_read()
    {
        var recorder = new RequestRecorder();
        var router = new EdgeRouter().Post("/users", (req, ctx) => new HttpResponseMessage(HttpStatusCode.Created));
        using var client = new HttpClient(router.ToHttpMessageHandler(recorder: recorder)) { BaseAddress = new Uri("http://test") };
        client.DefaultRequestHeaders.Add("X-Key", "k");
        using var body = new StringContent("""{"name":"Ada"}""", null, "application/json");

        (await client.PostAsync(new Uri("/users", UriKind.Relative), body)).Dispose();
        (await client.GetAsync(new Uri("/none", UriKind.Relative))).Dispose();

        recorder.Requests.Select(call => (call.Method, call.Uri!.AbsolutePath, call.Status)).ShouldBe(
            [(HttpMethod.Post, "/users", HttpStatusCode.Created), (HttpMethod.Get, "/none", HttpStatusCode.NotFound)]);
        recorder.Requests[0].Text.ShouldBe("""{"name":"Ada"}""");
        recorder.Requests[0].Body.Length.ShouldBe(14);
        recorder.Requests[0].Headers["x-key"].ShouldBe(["k"]);
        recorder.Requests[0].Headers["Content-Type"].ShouldBe(["application/json; charset=utf-8"]);
        recorder.Requests[1].Text.ShouldBe("");
    }

    [Fact]
    public async Task A_call_that_the_inner_handler_answered_was_not_matched()
    {
        var recorder = new RequestRecorder();
        var inner = new EdgeRouter().All((req, ctx) => new HttpResponseMessage(HttpStatusCode.Accepted)).ToHttpMessageHandler();
        var router = new EdgeRouter().Get("/mine", (req, ctx) => new HttpResponseMessage());
        using var client = new HttpClient(router.ToHttpMessageHandler(inner: inner, recorder: recorder)) { BaseAddress = new Uri("http://test") };

        (await client.GetAsync(new Uri("/mine", UriKind.Relative))).Dispose();
        (await client.GetAsync(new Uri("/other", UriKind.Relative))).Dispose();

        recorder.Requests.Select(call => (call.WasMatched, call.Status)).ShouldBe([(true, HttpStatusCode.OK), (false, HttpStatusCode.Accepted)]);
    }

    [Fact]
    public async Task A_call_without_an_answer_has_no_status()
    {
        var (recorder, started) = (new RequestRecorder(), new TaskCompletionSource());
        var router = new EdgeRouter().All(async (req, ctx) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, ctx.Aborted);
            return new();
        });
        using var client = new HttpClient(router.ToHttpMessageHandler(recorder: recorder));
        using var cancel = new CancellationTokenSource();

        var answer = client.GetAsync(new Uri("http://test/"), cancel.Token);
        await started.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<TaskCanceledException>(() => answer);
        recorder.Requests.Single().Status.ShouldBeNull();
    }
}
