namespace NextConnect.Conformance.Hosts;

/// <summary>A host that listens, and a client of it.</summary>
public sealed class RunningHost(HttpClient client, Func<ValueTask>? stop = null) : IAsyncDisposable
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> GetAsync(string target, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead) =>
        SendAsync(HttpMethod.Get, target, completion);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string target, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(method, new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority) + target));
        return await client.SendAsync(request, completion).Soon();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (stop is not null)
            await stop();
    }
}
