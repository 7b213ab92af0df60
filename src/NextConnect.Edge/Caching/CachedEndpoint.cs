namespace NextConnect;

/// <summary>An endpoint whose responses are cached.</summary>
/// <param name="Period">How long a response is fresh.</param>
/// <param name="Endpoint">Makes the response.</param>
/// <param name="TagStamps">The keys of the times at which its tags were dropped.</param>
internal sealed record CachedEndpoint(TimeSpan Period, EdgeEndpoint Endpoint, IReadOnlyList<string> TagStamps)
{
    private static readonly TimeSpan KeptAfterPeriod = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3_650); // a storage adds it to the time, which may not overflow

    /// <summary>Gets how long the storage keeps a response, fresh and then stale.</summary>
    public TimeSpan Lifetime => Period < Longest - KeptAfterPeriod ? Period + KeptAfterPeriod : Longest;

    /// <summary>Calls the endpoint, and takes the response that it has decided with <c>req.Respond</c>, as a chain does.</summary>
    public async Task<HttpResponseMessage?> InvokeAsync(HttpRequestMessage req, EdgeContext ctx)
    {
        var state = RequestState.Of(req);
        HttpResponseMessage? response = null;
        try
        {
            response = await Endpoint(req, ctx).ConfigureAwait(false);
        }
        catch (EdgeResponseException exception)
        {
            state.Decided = exception.Response;
        }
        catch (Exception) when (state.Decided is not null)
        {
            // it replaces an error too
        }
        if (state.Decided is not { } decided)
            return response;

        state.Decided = null;
        if (response is not null && response != decided)
            state.Own(response);
        return decided;
    }
}
