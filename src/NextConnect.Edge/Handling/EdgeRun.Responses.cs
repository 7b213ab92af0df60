using System.Diagnostics.CodeAnalysis;

namespace NextConnect;

/// <content>
/// Keeps track of the responses that are lost on their way out. One that a layer has replaced is disposed with the request, since the new one may contain it;
/// so is the latest one when the chain fails.
/// </content>
internal sealed partial class EdgeRun
{
    private HttpResponseMessage? _latest;
    private HttpContent? _content;

    [SuppressMessage("Performance", "CA1849:Call async methods when in an async method", Justification = "The task has ended.")]
    private Task<HttpResponseMessage> Seen(Task<HttpResponseMessage> ended)
    {
        Seen(ended.Result);
        return ended;
    }

    /// <summary>Records what the function after the last layer returned, which no <see cref="Check"/> sees.</summary>
    private async Task<HttpResponseMessage> SeenAsync(Task<HttpResponseMessage> end) =>
        Seen(await end.ConfigureAwait(false) ?? throw EdgeRequestHandler.NoResponse("OnNoMatch"));

    /// <summary>Records a response before the next layer receives it. Layers that did not await <c>next</c> may run on several threads.</summary>
    private HttpResponseMessage Seen(HttpResponseMessage response)
    {
        var content = response.Content;
        if (response == _latest && content == _content)
            return response;
        lock (state)
        {
            if (_latest is not null && response != _latest)
                state.Own(_latest);
            if (_content is not null && _content != _latest?.Content)
                state.Own(_content);
            (_latest, _content) = (response, content);
        }
        return response;
    }

    /// <summary>
    /// Disposes the latest response with the request, since the error may carry it to <c>OnError</c>; at once where no host disposes the request.
    /// </summary>
    private void DropLatest()
    {
        lock (state)
        {
            IDisposable?[] lost = [_content == _latest?.Content ? null : _content, _latest];
            foreach (var one in lost)
            {
                if (req is EdgeRequest && one is not null)
                    state.Own(one);
                else
                    one?.Dispose();
            }
        }
    }
}
