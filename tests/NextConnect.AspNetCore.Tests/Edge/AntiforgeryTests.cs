using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NextConnect.AspNetCore.Tests;

/// <summary>ASP.NET Core's antiforgery in front of a mapped router with its metadata: it validates the token, and reads the form to find it.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "DisposeAsync, which xunit calls, disposes them.")]
public sealed class AntiforgeryTests : IAsyncLifetime
{
    private static readonly Uri Form = new("/form", UriKind.Relative);

    private readonly HttpClientHandler _handler = new() { CookieContainer = new() };
    private readonly List<string> _ran = [];
    private LiveServer _server = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var router = new EdgeRouter()
            .Post("/form", async (req, ctx) =>
            {
                await using var form = await req.ReadFormAsync();
                var file = form.Files.Count > 0 ? await new StreamReader(form.Files[0].Content).ReadToEndAsync() : "no file";
                return Ran($"{string.Join(",", form.Fields.All("a"))} {file}");
            })
            .Post("/blind", (req, ctx) => Ran("blind"))
            .Post("/text", async (req, ctx) => Ran(await req.ReadTextAsync()))
            .Get("/form", (req, ctx) => Ran("get"))
            .Post((req, ctx) => Ran("no pattern"));
        _server = await LiveServer.StartAsync(
            app =>
            {
                app.UseAntiforgery();
                app.MapGet("/token", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken);
                app.MapNextConnect("/", router).WithMetadata(new RequireAntiforgeryTokenAttribute());
            },
            add: services =>
            {
                services.AddAntiforgery();
                services.AddDataProtection().UseEphemeralDataProtectionProvider();
            });
        _client = new HttpClient(_handler) { BaseAddress = _server.Uri };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _handler.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/form", null)]
    [InlineData("/form", "nonsense")]
    [InlineData("/blind", null)]
    [InlineData("/elsewhere", null)]
    [InlineData("/blind", "nonsense")]
    [InlineData("/text", null)]
    public async Task Without_a_valid_token_no_handler_runs(string path, string? token)
    {
        await TokenAsync();
        using var form = UrlEncoded(token);

        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("antiforgery");
        _ran.ShouldBeEmpty();
        _server.Log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_valid_token_the_form_that_was_read_for_it_is_there()
    {
        using var form = UrlEncoded(await TokenAsync());

        using var response = await _client.PostAsync(Form, form);

        (await response.Content.ReadAsStringAsync()).ShouldBe("1,é&= no file");
    }

    [Fact]
    public async Task With_a_valid_token_the_files_that_were_read_for_it_are_there()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync()), "__RequestVerificationToken" },
            { new StringContent("1"), "a" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(new string('f', 100_000))), "file", "file.txt" },
        };

        using var response = await _client.PostAsync(Form, form);

        (await response.Content.ReadAsStringAsync()).ShouldBe("1 " + new string('f', 100_000));
    }

    [Fact]
    public async Task With_a_valid_token_in_the_header_the_body_is_read_as_ever()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/text", UriKind.Relative)) { Content = UrlEncoded(null) };
        request.Headers.Add("RequestVerificationToken", await TokenAsync());

        using var response = await _client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("a=1&a=%C3%A9%26%3D");
    }

    [Fact]
    public async Task Other_methods_need_no_token() => (await _client.GetStringAsync(Form)).ShouldBe("get");

    private static FormUrlEncodedContent UrlEncoded(string? token) =>
        new([.. token is null ? [] : new KeyValuePair<string, string>[] { new("__RequestVerificationToken", token) }, new("a", "1"), new("a", "é&=")]);

    /// <summary>Fetches a token; its cookie goes into the jar.</summary>
    private Task<string> TokenAsync() => _client.GetStringAsync(new Uri("/token", UriKind.Relative));

    private HttpResponseMessage Ran(string text)
    {
        _ran.Add(text);
        return EdgeResponses.Text(text);
    }
}
