using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http;

namespace NextConnect.Faults.Tests;

/// <summary>The same handler on either router, behind a guard: it reads the request's body and answers with a text.</summary>
internal static class RouterKinds
{
    public static TheoryData<string> Both => ["node", "edge"];

    public static RequestDelegate Handler(string kind, Func<Stream, CancellationToken, Task<string>> work) => kind == "node"
        ? new NodeRouter()
            .Use((_, _, next) => next())
            .All(async (req, res) => await res.WriteAsync(await work(req.Body, req.HttpContext.RequestAborted)))
            .Handler()
        : new EdgeRouter()
            .Use((_, _, next) => next())
            .All(async (req, ctx) => EdgeResponses.Text(await work(req.Content is { } content ? await content.ReadAsStreamAsync() : Stream.Null, ctx.Aborted)))
            .ToRequestDelegate();

    /// <summary>A handler that streams a body.</summary>
    public static RequestDelegate Download(string kind, Func<Stream> body) => kind == "node"
        ? new NodeRouter().All(async (req, res) =>
        {
            var source = body();
            await using (source)
                await source.CopyToAsync(res.Body, req.HttpContext.RequestAborted);
        }).Handler()
        : EdgeResponses.Router((_, _) => EdgeResponses.Bytes(body())).ToRequestDelegate();

    /// <summary>A handler that sends events, each as soon as it is there.</summary>
    public static RequestDelegate Events(string kind, Func<CancellationToken, IAsyncEnumerable<string>> events) => kind == "node"
        ? new NodeRouter().All(async (req, res) =>
        {
            res.ContentType = "text/event-stream";
            await foreach (var text in events(req.HttpContext.RequestAborted))
                await res.WriteAsync($"data: {text}\n\n");
        }).Handler()
        : EdgeResponses.Router((_, ctx) => EdgeResponse.ServerSentEvents(events(ctx.Aborted).Select(text => new SseItem<string>(text)))).ToRequestDelegate();

    public static async Task<string> TextOf(Stream body, CancellationToken aborted)
    {
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync(aborted);
    }
}
