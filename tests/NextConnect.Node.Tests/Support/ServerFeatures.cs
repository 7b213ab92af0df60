using Microsoft.AspNetCore.Http.Features;

namespace NextConnect.Node.Tests;

/// <summary>The parts of a server that tests drive: whether the response has started, and whether anybody still waits for it.</summary>
internal sealed class ServerFeatures : HttpResponseFeature, IHttpResponseFeature, IHttpRequestLifetimeFeature, IDisposable
{
    private readonly CancellationTokenSource _aborted = new();

    public new bool HasStarted { get; set; }

    bool IHttpResponseFeature.HasStarted => HasStarted;

    public bool IsAborted { get; private set; }

    public CancellationToken RequestAborted
    {
        get => _aborted.Token;
        set => throw new NotSupportedException();
    }

    public void Abort() => IsAborted = true;

    public void Leave() => _aborted.Cancel();

    public void Dispose() => _aborted.Dispose();
}
