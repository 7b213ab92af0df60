using System.IO.Pipelines;
using System.Net;

namespace NextConnect;

/// <summary>Writes a message to an <see cref="HttpListenerResponse"/>. Nothing of it is set before the content gives its first byte, so that an error before can be answered.</summary>
internal sealed class ListenerResponse(HttpListenerResponse target)
{
    public bool HasStarted { get; private set; }

    public async Task WriteAsync(HttpRequestMessage req, HttpResponseMessage response, CancellationToken aborted)
    {
        if (ResponseLines.HasBody(req.Method, response))
        {
            var body = new BodyWriteStream(PipeWriter.Create(target.OutputStream, new(leaveOpen: true)), response.Content.Headers.ContentLength, aborted)
            {
                Starting = () => Start(req, response),
            };
            await using (body.ConfigureAwait(false))
                await response.Content.CopyToAsync(body, aborted).ConfigureAwait(false);
            body.CheckLength();
        }
        Start(req, response);
    }

    private void Start(HttpRequestMessage req, HttpResponseMessage response)
    {
        if (HasStarted)
            return;
        HasStarted = true;
        target.StatusCode = (int)response.StatusCode;
        foreach (var (name, value) in ResponseLines.Lines(response, response.Headers).Concat(ResponseLines.Lines(response, response.Content.Headers)))
        {
            if (name != "Content-Length")
                target.Headers.Add(name, value);
        }
        if ((int)response.StatusCode is 204 or 205)
            target.ContentLength64 = 0;
        else if (response.Content.Headers.ContentLength is { } length)
            target.ContentLength64 = length;
        else if (ResponseLines.HasBody(req.Method, response))
            target.SendChunked = true;
    }
}
