using System.Collections.Concurrent;
using System.Net;

namespace NextConnect.Conformance.Hosts;

public abstract class HostHeaderSuite(IHostHarness harness) : HostSuite(harness)
{
    [Fact]
    public async Task Request_headers_arrive_on_the_request_and_those_of_the_body_on_its_content()
    {
        var seen = new ConcurrentDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var host = await StartAsync((req, ctx) =>
        {
            foreach (var (name, values) in req.Headers.NonValidated)
                seen[name] = string.Join(", ", values.Select(value => value.Trim()));
            foreach (var (name, values) in req.Content!.Headers.NonValidated)
                seen["content:" + name] = string.Join(", ", values);
            return Text("ok");
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Client.BaseAddress) { Content = new StringContent("hello") };
        request.Headers.TryAddWithoutValidation("X-Many", ["one", "two"]);
        request.Headers.TryAddWithoutValidation("Cookie", "a=1; b=2");
        request.Headers.TryAddWithoutValidation("Connection", "X-Hop");
        request.Headers.TryAddWithoutValidation("X-Hop", "1");
        request.Content.Headers.ContentLanguage.Add("de");

        using var response = await host.Client.SendAsync(request).Soon();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        seen["X-Many"].ShouldBe("one, two");
        seen["Cookie"].ShouldBe("a=1; b=2");
        seen["Host"].ShouldBe(host.Client.BaseAddress!.Authority);
        seen["content:Content-Type"].ShouldBe("text/plain; charset=utf-8");
        seen["content:Content-Language"].ShouldBe("de");
        seen["content:Content-Length"].ShouldBe("5");
        seen["X-Hop"].ShouldBe("1"); // a client cannot hide a header by naming it in Connection
        seen.Keys.ShouldNotContain("Connection");
    }

    [Fact]
    public async Task Response_headers_arrive_repeated_ones_in_their_order_and_cookies_never_joined()
    {
        string[] cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/", "b=\"x,y\"; HttpOnly", "c=3"];
        await using var host = await StartAsync((req, ctx) =>
        {
            var sent = Text("ok");
            sent.Headers.TryAddWithoutValidation("Set-Cookie", cookies);
            sent.Headers.TryAddWithoutValidation("X-Many", ["one", "two"]);
            sent.Content.Headers.ContentLanguage.Add("de");
            return sent;
        });

        using var response = await host.GetAsync("/");

        response.Headers.NonValidated["Set-Cookie"].ShouldBe(cookies);
        string.Join(", ", response.Headers.NonValidated["X-Many"]).ShouldBe("one, two");
        response.Content.Headers.ContentLanguage.ShouldBe(["de"]);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
    }

    [Fact]
    public async Task Headers_of_the_connection_and_the_reason_stay_behind()
    {
        await using var host = await StartAsync((req, ctx) =>
        {
            var sent = Text("ok");
            sent.ReasonPhrase = "Fine by me";
            sent.Headers.TryAddWithoutValidation("Connection", "X-Hop");
            sent.Headers.TryAddWithoutValidation("X-Hop", "1");
            sent.Headers.TryAddWithoutValidation("Upgrade", "odd");
            sent.Headers.TryAddWithoutValidation("X-Stays", "1");
            return sent;
        });

        using var response = await host.GetAsync("/");

        response.Headers.Contains("X-Stays").ShouldBeTrue();
        response.Headers.Contains("X-Hop").ShouldBeFalse();
        response.Headers.Contains("Upgrade").ShouldBeFalse();
        response.ReasonPhrase.ShouldBe("OK");
        (await response.Content.ReadAsStringAsync()).ShouldBe("ok");
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nX-Evil: 1")]
    [InlineData("a\rX-Evil: 1")]
    [InlineData("a\0b")]
    [InlineData("caf\u00E9")]
    [InlineData("\u010A")]
    public async Task A_header_that_could_end_itself_is_answered_500_and_injects_nothing(string value)
    {
        await using var host = await StartAsync((req, ctx) =>
        {
            var sent = Text("ok");
            (req.RequestUri!.AbsolutePath == "/content" ? sent.Content.Headers : (System.Net.Http.Headers.HttpHeaders)sent.Headers)
                .TryAddWithoutValidation("X-Value", value);
            return sent;
        });

        foreach (var target in (string[])["/", "/content"])
        {
            using var response = await host.GetAsync(target);
            response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            response.Headers.Contains("X-Value").ShouldBeFalse();
            response.Headers.Contains("X-Evil").ShouldBeFalse();
            (await response.Content.ReadAsStringAsync()).ShouldBe("Internal Server Error");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(600)]
    [InlineData(999)]
    public async Task A_status_that_is_not_final_is_answered_500(int status)
    {
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage((HttpStatusCode)status));

        using var response = await host.GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(299)]
    [InlineData(418)]
    [InlineData(599)]
    public async Task A_final_status_arrives_as_it_is(int status)
    {
        await using var host = await StartAsync((req, ctx) => new HttpResponseMessage((HttpStatusCode)status));

        using var response = await host.GetAsync("/");

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Empty_header_values_arrive()
    {
        await using var host = await StartAsync((req, ctx) =>
        {
            var sent = Text("ok");
            sent.Headers.TryAddWithoutValidation("X-Empty", "");
            sent.Headers.TryAddWithoutValidation("X-Some", ["", "one"]);
            sent.Content.Headers.TryAddWithoutValidation("Content-Language", "");
            return sent;
        });

        using var response = await host.GetAsync("/");

        response.Headers.NonValidated["X-Empty"].ShouldBe([""]);
        response.Headers.NonValidated["X-Some"].ShouldBe(["", "one"]);
        response.Content.Headers.NonValidated["Content-Language"].ShouldBe([""]);
    }

    [Theory]
    [InlineData("GET", "abc")]
    [InlineData("GET", "-1")]
    [InlineData("GET", "+2")]
    [InlineData("GET", "")]
    [InlineData("GET", "2", "2")]
    [InlineData("GET", "99999999999999999999")]
    [InlineData("HEAD", "abc")]
    public async Task A_length_that_is_not_a_number_goes_to_OnError(string method, params string[] length)
    {
        string? told = null;
        await using var host = await StartAsync(
            new EdgeRouter().Get((req, ctx) =>
            {
                var sent = Text("ok");
                sent.Content.Headers.TryAddWithoutValidation("Content-Length", length);
                return sent;
            }),
            new()
            {
                OnError = (error, req, ctx) =>
                {
                    told = error.Message;
                    return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
                },
            });

        using var response = await host.SendAsync(new(method), "/");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        told.ShouldNotBeNull().ShouldContain("Content-Length");
    }
}
