using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NextConnect.Package;

/// <summary>Runs a snippet, and serves what it returns, or else what it was given, on Kestrel.</summary>
internal sealed class SnippetHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private SnippetHost(WebApplication app, object? value)
    {
        _app = app;
        Value = value;
        _client = ClientOf(app.Services.GetRequiredService<IServer>());
    }

    /// <summary>Gets what the snippet returned.</summary>
    public object? Value { get; }

    public static async Task<SnippetHost> StartAsync(Snippet snippet)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var own = new Lazy<WebApplication>(builder.Build);
        var arguments = Array.ConvertAll(snippet.Method.GetParameters(), parameter => Make(parameter.ParameterType, builder, own));

        var value = await UnwrapAsync(snippet.Method.Invoke(null, arguments));
        var app = value as WebApplication ?? own.Value;
        var servesItself = arguments.Append(value).OfType<WebApplication>().Any();
        if (!servesItself && arguments.Prepend(value).Select(Served).FirstOrDefault(served => served is not null) is { } served)
            app.Run(served);
        await app.StartAsync();
        return new SnippetHost(app, value);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private static HttpClient ClientOf(IServer server) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        BaseAddress = new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()),
    };

    private static object? Make(Type type, WebApplicationBuilder builder, Lazy<WebApplication> app) => type switch
    {
        _ when type == typeof(WebApplicationBuilder) => builder,
        _ when type == typeof(WebApplication) => app.Value,
        _ when type == typeof(HttpContext) => new DefaultHttpContext { Request = { Method = "GET", Path = "/" }, Response = { Body = new MemoryStream() } },
        _ => Activator.CreateInstance(type),
    };

    private static RequestDelegate? Served(object? made) => made switch
    {
        NodeRouter router => router.Handler(),
        EdgeRouter router => router.ToRequestDelegate(),
        RequestDelegate handler => handler,
        _ => null,
    };

    private static async Task<object?> UnwrapAsync(object? value)
    {
        if (value is not Task task)
            return value;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
