namespace NextConnect;

/// <summary>Answers by throwing, as Next.js's <c>redirect()</c> and <c>notFound()</c>.</summary>
public static class EdgeAnswer
{
    private const string Key = "NextConnect.Answer";
    private static readonly HttpRequestOptionsKey<HttpResponseMessage> Pending = new(Key);

    extension(HttpRequestMessage req)
    {
        /// <summary>
        /// Decides the response of the running handler; throw what it returns to end the handler. The layers in front get the response from <c>next</c>
        /// like any other, and <c>OnError</c> is not called.
        /// </summary>
        /// <param name="response">The response.</param>
        /// <returns>The exception to throw.</returns>
        /// <remarks>
        /// A <c>catch (Exception)</c> around the call does catch it, and what stands in the catch block does run: C# has no way around it. But the response
        /// stays decided: whatever that handler returns or throws then is replaced by it.
        /// </remarks>
        /// <example><code>throw req.Respond(EdgeResponse.Redirect("/login"));</code></example>
        public EdgeResponseException Respond(HttpResponseMessage response)
        {
            ArgumentNullException.ThrowIfNull(req);
            var answer = new EdgeResponseException(response);
            req.Options.Set(Pending, response);
            return answer;
        }
    }

    /// <summary>Calls what is no layer: <c>OnNoMatch</c> and <c>OnError</c>, which may answer by throwing too.</summary>
    internal static async Task<HttpResponseMessage> CallAsync(EdgeEndpoint endpoint, HttpRequestMessage req, EdgeContext ctx)
    {
        try
        {
            return await endpoint(req, ctx).ConfigureAwait(false);
        }
        catch (EdgeResponseException answer)
        {
            return answer.Response;
        }
    }

    /// <summary>Takes the response that a layer has decided on by throwing; null for none, and while it still runs.</summary>
    internal static HttpResponseMessage? Take(HttpRequestMessage req, Task<HttpResponseMessage> layer)
    {
        if (!layer.IsCompleted)
            return null;
        var thrown = layer.IsFaulted && layer.Exception.InnerExceptions[0] is EdgeResponseException answer ? answer.Response : null;
        if (!req.Options.TryGetValue(Pending, out var decided))
            return thrown;

        ((IDictionary<string, object?>)req.Options).Remove(Key);
        if (layer.IsCompletedSuccessfully && layer.Result != decided)
            layer.Result?.Dispose();
        return thrown ?? decided;
    }
}
