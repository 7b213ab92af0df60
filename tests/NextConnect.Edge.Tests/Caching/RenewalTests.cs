using System.Net;
using static NextConnect.Edge.Tests.Caching.CachedRouter;

namespace NextConnect.Edge.Tests.Caching;

/// <summary>What a renewal receives, and what it does to the stored response.</summary>
public sealed class RenewalTests
{
    private readonly CachedRouter _test = new();

    [Fact]
    public async Task Renewal_receives_no_range_and_no_conditional_header_and_all_others()
    {
        string[] left = [];
        var router = _test.Feed((req, ctx) =>
        {
            left = [.. req.Headers.NonValidated.Select(header => header.Key)];
            return left.Any(name => name.Contains("range", StringComparison.OrdinalIgnoreCase) || name.StartsWith("If-", StringComparison.Ordinal))
                ? new(HttpStatusCode.PartialContent) { Content = new StringContent("p") }
                : _test.Numbered();
        });
        await BodyAsync(router);
        _test.Time.Now += Minute;

        await BodyAsync(
            router, "/feed", ("Range", "bytes=0-3"), ("If-Range", "\"a\""), ("If-Match", "\"a\""), ("If-None-Match", "\"a\""),
            ("If-Modified-Since", "Wed, 21 Oct 2026 07:28:00 GMT"), ("If-Unmodified-Since", "Wed, 21 Oct 2026 07:28:00 GMT"), ("X-Own", "1"));

        left.ShouldBe(["X-Own"]);
        (await BodyAsync(router)).ShouldBe("2");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(301)]
    [InlineData(401)]
    [InlineData(204)]
    public async Task Response_whose_renewal_has_another_status_is_dropped(int status)
    {
        var isGone = false;
        var router = _test.Feed((req, ctx) => isGone ? new((HttpStatusCode)status) : _test.Numbered());
        await BodyAsync(router);
        (_test.Time.Now, isGone) = (_test.Time.Now + Minute, true);

        (await BodyAsync(router)).ShouldBe("1");

        await ShouldHaveStatusAsync(router, (HttpStatusCode)status);
    }

    [Fact]
    public async Task Response_whose_renewal_is_private_is_dropped()
    {
        var isPrivate = false;
        var router = _test.Feed((req, ctx) => isPrivate ? _test.Numbered("Cache-Control", "private") : _test.Numbered());
        await BodyAsync(router);
        (_test.Time.Now, isPrivate) = (_test.Time.Now + Minute, true);

        (await BodyAsync(router)).ShouldBe("1");

        (await BodyAsync(router)).ShouldBe("3");
        (await BodyAsync(router)).ShouldBe("4");
    }

    [Fact]
    public async Task Response_whose_renewal_sets_a_cookie_is_dropped()
    {
        var isPersonal = false;
        var router = _test.Feed((req, ctx) =>
        {
            if (isPersonal)
                req.ResponseCookies.Set("session", "1");
            return _test.Numbered();
        });
        await BodyAsync(router);
        (_test.Time.Now, isPersonal) = (_test.Time.Now + Minute, true);

        (await BodyAsync(router)).ShouldBe("1");

        (await BodyAsync(router)).ShouldBe("3");
    }

    [Fact]
    public async Task Response_whose_renewal_fails_with_a_server_error_stays()
    {
        var isBroken = false;
        var router = _test.Feed((req, ctx) => isBroken ? new(HttpStatusCode.ServiceUnavailable) : _test.Numbered());
        await BodyAsync(router);
        (_test.Time.Now, isBroken) = (_test.Time.Now + Minute, true);

        (await BodyAsync(router)).ShouldBe("1");
        (await BodyAsync(router)).ShouldBe("1");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Renewal_that_ends_by_a_decided_response_is_no_failure(bool isCaught)
    {
        var isGone = false;
        var router = _test.Feed((req, ctx) =>
        {
            try
            {
                return isGone ? throw req.Respond(EdgeResponse.NotFound()) : _test.Numbered();
            }
            catch (EdgeResponseException) when (isCaught)
            {
                return _test.Numbered();
            }
        });
        await BodyAsync(router);
        (_test.Time.Now, isGone) = (_test.Time.Now + Minute, true);

        (await BodyAsync(router)).ShouldBe("1"); // without an error in the background

        await ShouldHaveStatusAsync(router, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Accept-Language")]
    [InlineData("Content-Language")] // of the content, whose headers a GET request may have too
    public async Task Each_variant_is_stored_and_renewed_for_itself(string name)
    {
        var router = _test.Feed((req, ctx) =>
        {
            var language = (req.Headers.NonValidated.Contains(name) ? req.Headers.NonValidated : req.Content!.Headers.NonValidated)[name].ToString();
            var number = _test.Numbered();
            var response = new HttpResponseMessage { Content = new StringContent($"{language} {_test.Made}") };
            number.Dispose();
            response.Headers.Vary.Add(name);
            return response;
        });
        (await BodyAsync(router, "/feed", (name, "de"))).ShouldBe("de 1");
        (await BodyAsync(router, "/feed", (name, "en"))).ShouldBe("en 2");
        (await BodyAsync(router, "/feed", (name, "de"))).ShouldBe("de 1");
        _test.Time.Now += Minute;

        (await BodyAsync(router, "/feed", (name, "de"))).ShouldBe("de 1");

        (await BodyAsync(router, "/feed", (name, "de"))).ShouldBe("de 3");
        (await BodyAsync(router, "/feed", (name, "en"))).ShouldBe("en 2");
    }

    private static async Task ShouldHaveStatusAsync(EdgeRouter router, HttpStatusCode status)
    {
        var (response, _) = await GetAsync(router);
        response.StatusCode.ShouldBe(status);
        response.Dispose();
    }
}
