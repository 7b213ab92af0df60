using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace NextConnect;

/// <summary>Tells a complete response, which its client receives whole whatever fails afterwards, from one that an error truncates.</summary>
internal sealed class CompleteResponse
{
    private static readonly CompleteResponse Mark = new();

    private CompleteResponse()
    {
    }

    /// <summary>Returns whether a status never has a body (RFC 9110 §6.4.1 and §15.3.6).</summary>
    public static bool IsBodyless(int status) =>
        status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified;

    /// <summary>
    /// Records that a body has been written whole, where the server does not count its bytes: to a body that middleware has substituted, or on a server other
    /// than Kestrel, which has this data rate.
    /// </summary>
    public static void Record(IFeatureCollection features, IHttpResponseFeature? server, bool isOwnBody)
    {
        if (!isOwnBody || server is not IHttpMinRequestBodyDataRateFeature)
            features.Set(Mark);
    }

    /// <summary>Returns whether a complete response is in a body that middleware in front buffers, so that the server has not started it.</summary>
    public static bool IsBuffered(HttpResponse res) => !res.HasStarted && res.HttpContext.Features.Get<CompleteResponse>() is not null;

    /// <summary>Ends a response that is complete, so that nothing can take it back; returns false for any other.</summary>
    public static async Task<bool> TryEndAsync(HttpResponse res)
    {
        if (!res.HasStarted || res.StatusCode < StatusCodes.Status200OK)
            return false;
        if (IsEnded(res))
            return true;
        var features = res.HttpContext.Features;
        var isWhole = IsBodyless(res.StatusCode) || features.Get<CompleteResponse>() is not null;
        if (!isWhole && (res.ContentLength is null || features.Get<IHttpMinRequestBodyDataRateFeature>() is null))
            return false;
        try
        {
            await res.CompleteAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or OperationCanceledException)
        {
            return false; // Kestrel has counted fewer bytes than announced, or the client has disconnected
        }
    }

    /// <summary>Returns whether <c>CompleteAsync</c> was called: then no memory can be had for further bytes.</summary>
    private static bool IsEnded(HttpResponse res)
    {
        try
        {
            res.BodyWriter.GetMemory();
            return false;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException)
        {
            return true;
        }
    }
}
