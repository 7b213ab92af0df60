using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace NextConnect.Node.Tests;

/// <summary>One request and its response in memory, with what a server would have noticed.</summary>
internal sealed class NodeExchange : IDisposable
{
    private readonly CapturingLogger _log = new();
    private readonly ServerFeatures _server = new();
    private readonly MemoryStream _body = new();
    private readonly ServiceProvider _services;

    public NodeExchange(string method = "GET", string path = "/x", string? environment = null)
    {
        Context.Features.Set<IHttpRequestLifetimeFeature>(_server);
        Context.Features.Set<IHttpResponseFeature>(_server);
        Response.Body = _body;
        Request.Method = method;
        Request.Path = new PathString(path); // the conversion from string would decode it
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(_log);
        if (environment is not null)
            services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        _services = services.BuildServiceProvider();
        Context.RequestServices = _services;
    }

    public DefaultHttpContext Context { get; } = new();

    public HttpRequest Request => Context.Request;

    public HttpResponse Response => Context.Response;

    public string Body => Encoding.UTF8.GetString(_body.ToArray());

    /// <summary>Gets everything that was logged.</summary>
    public IReadOnlyList<(LogLevel Level, string Message, Exception? Error)> Log => _log.Entries;

    /// <summary>Gets everything that was logged as a warning or an error.</summary>
    public IReadOnlyList<Exception> Errors => _log.Errors;

    /// <summary>Gets whether the connection was aborted by the application.</summary>
    public bool IsAborted => _server.IsAborted;

    /// <summary>Makes the response look as if its first bytes had been sent.</summary>
    public void Start() => _server.HasStarted = true;

    /// <summary>Makes the client go away.</summary>
    public void Leave() => _server.Leave();

    public void Dispose()
    {
        _body.Dispose();
        _services.Dispose();
        _log.Dispose();
        _server.Dispose();
    }
}
