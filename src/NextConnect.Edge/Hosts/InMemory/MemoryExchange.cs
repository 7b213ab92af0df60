using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;

namespace NextConnect;

/// <summary>One request and its response in memory, with a client's end and a server's end that know of each other only what a socket would carry.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The token source has no timer, and either end may fire it at any time.")]
internal sealed class MemoryExchange
{
    private const int MaxShortLength = 64 << 10; // what a pipe would take without waiting for the reader

    private readonly HttpRequestMessage _sent;
    private readonly CancellationTokenSource _aborted = new();
    private readonly TaskCompletionSource<HttpResponseMessage?> _head = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PipeWriter? _body;
    private volatile bool _hasEnded;

    /// <summary>Makes the exchange that begins with a client's request.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The server's end disposes it behind its last byte.")]
    public MemoryExchange(HttpRequestMessage sent) => (_sent, Request) = (sent, MemoryRequest.Of(sent, this));

    /// <summary>Gets the server's own view of the request.</summary>
    public HttpRequestMessage Request { get; }

    /// <summary>Gets the token that fires when the client has given up before the server had written all.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>Gets whether a route answered.</summary>
    public bool WasMatched => _head.Task is { IsCompletedSuccessfully: true, Result: not null };

    /// <summary>Gets what made the response end too early; null when it is whole so far.</summary>
    public HttpIOException? Failure { get; private set; }

    /// <summary>Lets the server's end run. A caller that may give up is not kept by a handler that blocks its thread; any other waits anyway and saves the switch.</summary>
    public void Run(Func<Task<HttpResponseMessage>> answer, EdgeContext? ctx, bool mayGiveUp) =>
        _ = mayGiveUp ? Task.Run(() => ServeAsync(answer, ctx)) : ServeAsync(answer, ctx);

    /// <summary>Waits until the server has sent headers; null when nothing matched. The caller's token ends the wait at once.</summary>
    public async Task<HttpResponseMessage?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _head.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Abort();
            throw;
        }
    }

    /// <summary>The client has gone. After the server's last byte there is nobody to tell.</summary>
    public void Abort()
    {
        if (!_hasEnded)
            _ = _aborted.CancelAsync(); // what handlers have registered runs elsewhere
    }

    /// <summary>The client could not send its body: its call fails, and the server sees it go.</summary>
    public void FailUpload(Exception error)
    {
        if (!_head.TrySetException(error))
            return;
        _ = _head.Task.Exception; // seen, also when the caller has left
        Abort();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every error is answered.")]
    private async Task ServeAsync(Func<Task<HttpResponseMessage>> answer, EdgeContext? ctx)
    {
        try
        {
            using var response = await answer().ConfigureAwait(false);
            await WriteAsync(response).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(error).ConfigureAwait(false);
        }
        if (Aborted.IsCancellationRequested)
            _head.TrySetCanceled(Aborted);
        _hasEnded = true;
        if (_body is not null)
            await _body.CompleteAsync().ConfigureAwait(false);
        Request.Dispose();
        foreach (var error in ctx is not { HasBackground: true } ? [] : await ctx.WaitForBackgroundAsync().ConfigureAwait(false))
            EdgeDefaultResponses.LogToStandardError(Request, error);
    }

    private async Task WriteAsync(HttpResponseMessage response)
    {
        Aborted.ThrowIfCancellationRequested();
        if (response is NoMatchResponse)
        {
            _head.TrySetResult(null);
            return;
        }
        if (!ResponseLines.HasBody(Request.Method, response))
            Start(response, Stream.Null);
        else if (await ReadShortAsync(response.Content).ConfigureAwait(false) is { } body)
            Start(response, body);
        else
            await StreamAsync(response).ConfigureAwait(false);
    }

    /// <summary>Takes the bytes of content that holds them already; null when they are still to come, are many, or are not what its length announces.</summary>
    private async Task<MemoryStream?> ReadShortAsync(HttpContent content)
    {
        if (content is not (ByteArrayContent or ReadOnlyMemoryContent) || content.Headers.ContentLength is not (<= MaxShortLength and var length))
            return null;
        var body = new MemoryStream((int)length);
        await content.CopyToAsync(body, Aborted).ConfigureAwait(false);
        body.Position = 0;
        return body.Length == length ? body : null;
    }

    private async Task StreamAsync(HttpResponseMessage response)
    {
        var pipe = new Pipe();
        _body = pipe.Writer;
        var (content, bytes) = (response.Content, pipe.Reader.AsStream());
        var body = new BodyWriteStream(_body, content.Headers.ContentLength, Aborted) { Starting = () => Start(response, bytes) };
        await using (body.ConfigureAwait(false))
            await content.CopyToAsync(body, Aborted).ConfigureAwait(false);
        body.CheckLength();
        Start(response, bytes);
    }

    /// <summary>Sends the headers, once.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client disposes its response.")]
    private void Start(HttpResponseMessage response, Stream body)
    {
        if (!_head.Task.IsCompleted)
            _head.TrySetResult(MemoryResponse.Of(response, _sent, this, body));
    }

    /// <summary>Answers an error, or cuts the response short when it has started.</summary>
    private async Task FailAsync(Exception error)
    {
        if (Aborted.IsCancellationRequested)
            return;
        EdgeDefaultResponses.LogToStandardError(Request, error);
        if (_head.Task.IsCompleted)
        {
            Failure = new(HttpRequestError.ResponseEnded, "The response ended before it was whole.");
            return;
        }
        using var response = EdgeDefaultResponses.Status(Request, System.Net.HttpStatusCode.InternalServerError);
        try
        {
            await WriteAsync(response).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // the client has gone meanwhile
        }
    }
}
