using System.Net;
using System.Security.Claims;

namespace NextConnect;

/// <summary>Carries what a host passes to handlers. Derive from it to carry more: <see cref="EdgeHandlerOptions.CreateContext"/> makes yours.</summary>
/// <param name="services">The request's services; null when the host has none.</param>
/// <param name="aborted">Fires when the client disconnects or cancels.</param>
/// <example><code>sealed class ShopContext(EdgeContext host) : EdgeContext(host) { public required string Currency { get; init; } }</code></example>
public partial class EdgeContext(IServiceProvider? services = null, CancellationToken aborted = default)
{
    private readonly BackgroundWork _background = new();

    /// <summary>Copies what a host has set. Both contexts share the background work; each has its own <see cref="Items"/>.</summary>
    /// <param name="host">The host's context.</param>
    protected EdgeContext(EdgeContext host)
        : this(Checked(host).Services, host.Aborted)
    {
        _background = host._background;
        User = host.User;
        RemoteAddress = host.RemoteAddress;
        PathBase = host.PathBase;
    }

    /// <summary>Gets the token that fires when the client disconnects or cancels: then no response is needed.</summary>
    public CancellationToken Aborted { get; internal set; } = aborted;

    /// <summary>Gets the request's services; null when the host has none.</summary>
    public IServiceProvider? Services { get; } = services;

    /// <summary>Gets the user as the host has authenticated it; null when the host does not authenticate.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Gets the address of the client; null when the request did not come over a network.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>
    /// Gets the part of the decoded path that belongs to the host, such as <c>/api</c> of <c>app.Map("/api", …)</c>: routing ignores it, and it precedes the
    /// matched path in <see cref="HttpRequestMessage.RequestUri"/>. Empty for none.
    /// </summary>
    public string PathBase { get; init; } = "";

    /// <summary>Lets work continue after the response is sent. The host keeps the request's services until it completes, and logs its failure.</summary>
    /// <param name="work">The work, already started.</param>
    public void WaitUntil(Task work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _background.Add(work);
    }

    /// <summary>Gets what has made this context from the host's (<see cref="EdgeHandlerOptions.CreateContext"/>); null for nothing.</summary>
    internal Func<EdgeContext, EdgeContext>? Create { get; private set; }

    internal bool HasBackground => !_background.IsEmpty;

    /// <summary>Makes the context of a user from this one; this one itself without a function.</summary>
    /// <exception cref="InvalidOperationException">The function returned null, or a context that does not share this one's background work.</exception>
    internal EdgeContext Derive(Func<EdgeContext, EdgeContext>? create)
    {
        if (create is null)
            return this;
        var made = create(this) ?? throw new InvalidOperationException("CreateContext returned null. Return a context, such as the host's.");
        if (made._background != _background)
        {
            throw new InvalidOperationException(
                $"CreateContext returned a {made.GetType().Name} that was not made from the host's context. " +
                "Pass the host's to its base class: EdgeContext(host).");
        }
        made.Create = create;
        return made;
    }

    /// <inheritdoc cref="BackgroundWork.WaitAsync"/>
    internal Task<IReadOnlyList<Exception>> WaitForBackgroundAsync() => _background.WaitAsync();

    private static EdgeContext Checked(EdgeContext host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host;
    }
}
