using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NextConnect.AspNetCore.Tests;

/// <summary>The framework's middleware as layers under a base path.</summary>
public sealed class AspNetMiddlewareTests
{
    [Fact]
    public async Task Response_compression()
    {
        using var app = await StartAsync(services => services.AddResponseCompression(), new NodeRouter()
            .Mount("/api", AspNetMiddleware.From(app => app.UseResponseCompression()))
            .All((req, res) => res.SendAsync(new string('a', 10_000))));
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var inside = await client.GetAsync(new Uri("/api/x", UriKind.Relative));
        using var outside = await client.GetAsync(new Uri("/x", UriKind.Relative));

        inside.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await inside.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(1000);
        outside.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions()
    {
        var api = new NodeRouter()
            .Use(AspNetMiddleware.From(app => app.UseSession()))
            .Get("/count", (req, res) =>
            {
                var count = (req.HttpContext.Session.GetInt32("count") ?? 0) + 1;
                req.HttpContext.Session.SetInt32("count", count);
                return res.WriteAsync(count.ToString(CultureInfo.InvariantCulture));
            });
        using var app = await StartAsync(services => services.AddDistributedMemoryCache().AddSession(), new NodeRouter().Mount("/api", api));
        using var client = app.GetTestClient();

        using var first = await client.GetAsync(new Uri("/api/count", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Cookie", first.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        (await client.GetStringAsync(new Uri("/api/count", UriKind.Relative))).ShouldBe("2");
    }

    [Fact]
    public async Task A_layer_of_a_router_whose_handlers_return_values()
    {
        var pages = new NodeRouter<string?>()
            .Use(AspNetMiddleware.From(app => app.UseSession()).WithResult<string?>())
            .Get("/page", (req, res) =>
            {
                req.HttpContext.Session.SetString("seen", "yes");
                return Task.FromResult<string?>("a page");
            });
        using var app = await StartAsync(
            services => services.AddDistributedMemoryCache().AddSession(),
            new NodeRouter().All(async (req, res) => await res.SendAsync(await pages.RunAsync(req, res) ?? "none")));
        using var client = app.GetTestClient();

        using var response = await client.GetAsync(new Uri("/page", UriKind.Relative));

        (await response.Content.ReadAsStringAsync()).ShouldBe("a page");
        response.Headers.Contains("Set-Cookie").ShouldBeTrue();
        (await client.GetStringAsync(new Uri("/other", UriKind.Relative))).ShouldBe("none");
    }

    [Fact]
    public async Task Static_files()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hello.txt"), "file");
            using var files = new PhysicalFileProvider(folder.FullName);
            var layer = AspNetMiddleware.From(app => app.UseStaticFiles(new StaticFileOptions { FileProvider = files }));
            using var app = await StartAsync(
                _ => { }, new NodeRouter().Mount("/files", new NodeRouter().All(layer)).All((req, res) => res.WriteAsync($"other {req.Path}")));
            using var client = app.GetTestClient();

            (await client.GetStringAsync(new Uri("/files/hello.txt", UriKind.Relative))).ShouldBe("file");
            (await client.GetStringAsync(new Uri("/files/none.txt", UriKind.Relative))).ShouldBe("other /files/none.txt");
            (await client.GetStringAsync(new Uri("/hello.txt", UriKind.Relative))).ShouldBe("other /hello.txt");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Directory_listing()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hello.txt"), "file");
            using var files = new PhysicalFileProvider(folder.FullName);
            var layer = AspNetMiddleware.From(app => app.UseDirectoryBrowser(new DirectoryBrowserOptions { FileProvider = files }));
            using var app = await StartAsync(services => services.AddDirectoryBrowser(), new NodeRouter().Mount("/files", new NodeRouter().All(layer)));
            using var client = app.GetTestClient();

            (await client.GetStringAsync(new Uri("/files/", UriKind.Relative))).ShouldContain("hello.txt");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Request_timeouts()
    {
        using var app = await StartAsync(
            services => services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(1) }),
            new NodeRouter()
                .Use(AspNetMiddleware.From(app => app.UseRequestTimeouts()))
                .All((req, res) => Task.Delay(Timeout.Infinite, req.HttpContext.RequestAborted)));
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync(new Uri("/x", UriKind.Relative));

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.GatewayTimeout);
    }

    [Fact]
    public async Task Request_log()
    {
        using var log = new CapturedLog();
        using var app = await StartAsync(
            services => services.AddHttpLogging(options => options.LoggingFields = HttpLoggingFields.RequestPath)
                .AddLogging(logging => logging.AddProvider(log)),
            new NodeRouter().Use(AspNetMiddleware.From(app => app.UseHttpLogging())).All((req, res) => res.WriteAsync("x")));
        using var client = app.GetTestClient();

        (await client.GetStringAsync(new Uri("/seen", UriKind.Relative))).ShouldBe("x");

        log.Entries.ShouldContain(entry => entry.Category.StartsWith("Microsoft.AspNetCore.HttpLogging", StringComparison.Ordinal)
            && entry.Message.Contains("/seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cors()
    {
        var layer = AspNetMiddleware.From(app => app.UseCors(policy => policy.WithOrigins("http://friend.example").WithMethods("PUT")));
        using var app = await StartAsync(
            services => services.AddCors(), new NodeRouter().Mount("/api", new NodeRouter().All(layer)).All((req, res) => res.WriteAsync("x")));
        using var client = app.GetTestClient();

        using var inside = await client.SendAsync(Preflight("/api/x"));
        using var outside = await client.SendAsync(Preflight("/x"));

        inside.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["http://friend.example"]);
        outside.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Rate_limiting()
    {
        using var app = await StartAsync(
            services => services.AddRateLimiter(options => options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ =>
                RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) }))),
            new NodeRouter().Mount("/api", AspNetMiddleware.From(app => app.UseRateLimiter())).All((req, res) => res.WriteAsync("x")));
        using var client = app.GetTestClient();

        (await client.GetStringAsync(new Uri("/api/x", UriKind.Relative))).ShouldBe("x");
        using var second = await client.GetAsync(new Uri("/api/x", UriKind.Relative));
        second.StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        (await client.GetStringAsync(new Uri("/x", UriKind.Relative))).ShouldBe("x");
    }

    [Fact]
    public async Task Authentication()
    {
        using var app = await StartAsync(
            services => services.AddAuthentication("Key").AddScheme<AuthenticationSchemeOptions, KeyAuthentication>("Key", null),
            new NodeRouter()
                .Mount("/api", AspNetMiddleware.From(app => app.UseAuthentication()))
                .All((req, res) => res.WriteAsync(req.HttpContext.User.Identity?.Name ?? "nobody")));
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Key", "ada");

        (await client.GetStringAsync(new Uri("/api/x", UriKind.Relative))).ShouldBe("ada");
        (await client.GetStringAsync(new Uri("/x", UriKind.Relative))).ShouldBe("nobody");
    }

    [Fact]
    public async Task One_router_in_two_applications_uses_the_services_of_each()
    {
        var router = new NodeRouter()
            .Use(AspNetMiddleware.From(app => app.Use((context, next) =>
            {
                context.Items["name"] = app.ApplicationServices.GetRequiredService<string>();
                return next(context);
            })))
            .All((req, res) => res.WriteAsync((string)req.HttpContext.Items["name"]!));
        using var one = await StartAsync(services => services.AddSingleton("one"), router);
        using var two = await StartAsync(services => services.AddSingleton("two"), router);
        using var first = one.GetTestClient();
        using var second = two.GetTestClient();

        (await first.GetStringAsync(new Uri("/", UriKind.Relative))).ShouldBe("one");
        (await second.GetStringAsync(new Uri("/", UriKind.Relative))).ShouldBe("two");
        (await first.GetStringAsync(new Uri("/", UriKind.Relative))).ShouldBe("one");
    }

    [Fact]
    public async Task Many_first_requests_configure_it_once()
    {
        const int Requests = 8;
        using var configuring = new CountdownEvent(Requests);
        var calls = 0;
        using var app = await StartAsync(_ => { }, new NodeRouter()
            .Use(AspNetMiddleware.From(app =>
            {
                Interlocked.Increment(ref calls);
                configuring.Signal();
                configuring.Wait(TimeSpan.FromMilliseconds(500)); // lets the other requests come this far, if they can
            }))
            .All((req, res) => res.WriteAsync("x")));
        using var client = app.GetTestClient();

        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => Task.Run(() => client.GetStringAsync(new Uri("/", UriKind.Relative)))));

        calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_configuration_fails_every_request_and_is_not_tried_again()
    {
        var calls = 0;
        List<string> errors = [];
        using var app = await StartAsync(
            _ => { },
            new NodeRouter()
                .Use(AspNetMiddleware.From(app =>
                {
                    calls++;
                    throw new InvalidOperationException("no service");
                }))
                .All((req, res) => res.WriteAsync("x")),
            new()
            {
                OnError = (error, req, res) =>
                {
                    errors.Add(error.Message);
                    res.StatusCode = 500;
                    return Task.CompletedTask;
                },
            });
        using var client = app.GetTestClient();

        for (var i = 0; i < 2; i++)
        {
            using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.InternalServerError);
        }

        errors.ShouldBe(["no service", "no service"]);
        calls.ShouldBe(1);
    }

    /// <summary>Starts a host without the middleware that WebApplication adds by itself, such as authentication.</summary>
    private static Task<IHost> StartAsync(Action<IServiceCollection> configure, NodeRouter router, NodeHandlerOptions? options = null) => new HostBuilder()
        .ConfigureWebHost(web => web.UseTestServer().ConfigureServices(configure).Configure(app => app.Run(router.Handler(options))))
        .StartAsync();

    private static HttpRequestMessage Preflight(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", "http://friend.example");
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        return request;
    }

    [SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by the container.")]
    private sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["X-Key"].ToString() is { Length: > 0 } name
                ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, name)], "Key")), "Key"))
                : AuthenticateResult.NoResult());
    }
}
