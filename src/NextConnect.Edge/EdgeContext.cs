using System.Net;
using System.Security.Claims;

namespace NextConnect;

/// <summary>What the ready-made hosts hand to a handler beside the request. Derive from it to carry more.</summary>
/// <param name="services">The request's services; null for none.</param>
/// <param name="aborted">Fires when the caller has gone or gave up.</param>
public class EdgeContext(IServiceProvider? services = null, CancellationToken aborted = default)
{
    private readonly Lock _lock = new();
    private List<Task>? _background;

    /// <summary>Gets the token that fires when the caller has gone or gave up: no response is needed any more.</summary>
    public CancellationToken Aborted { get; internal set; } = aborted;

    /// <summary>Gets the request's services; null when the host has none.</summary>
    public IServiceProvider? Services { get; } = services;

    /// <summary>Gets who sent the request, as the host has authenticated it; null when the host knows nothing of users.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Gets the address that the request came from; null when it did not come over a network.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>
    /// Gets the beginning of the decoded path that belongs to the host, such as <c>/api</c> of <c>app.Map("/api", …)</c>: it is not matched, and stands
    /// before the matched path in <see cref="HttpRequestMessage.RequestUri"/>. Empty for none.
    /// </summary>
    public string PathBase { get; init; } = "";

    /// <summary>Gets a place for whatever the layers of one request share.</summary>
    public IDictionary<object, object?> Items => field ??= new Dictionary<object, object?>();

    internal bool HasBackground
    {
        get
        {
            lock (_lock)
                return _background is not null;
        }
    }

    /// <summary>Lets work go on after the response: the host sends the response without it, keeps the request's services until it has ended, and logs its failure.</summary>
    /// <param name="work">The work, already started.</param>
    public void WaitUntil(Task work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (_lock)
            (_background ??= []).Add(work);
    }

    /// <summary>Waits for all background work, and for what it has added meanwhile; gives the errors.</summary>
    internal async Task<IReadOnlyList<Exception>> WaitForBackgroundAsync()
    {
        List<Exception> errors = [];
        while (TakeBackground() is { } tasks)
        {
            foreach (var task in tasks)
            {
                await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                errors.AddRange(task.Exception?.InnerExceptions ?? []);
            }
        }
        return errors;
    }

    private List<Task>? TakeBackground()
    {
        lock (_lock)
        {
            var tasks = _background;
            _background = null;
            return tasks;
        }
    }
}
