using System.Text;

namespace NextConnect.AspNetCore.Tests;

/// <summary><c>res.SendAsync(text)</c> on Kestrel.</summary>
public sealed class SendTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(100_000)]
    public async Task A_text_is_sent_with_its_length_in_bytes_and_a_type(int length)
    {
        var text = new string('é', length);

        var answer = await GetAsync((req, res) => res.SendAsync(text));

        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(answer.Body)).ShouldBe(text);
        answer["Content-Length"].ShouldBe([$"{2 * length}"]);
        answer["Content-Type"].ShouldBe(["text/plain; charset=utf-8"]);
        answer["X-Content-Type-Options"].ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task A_type_that_was_set_before_stays()
    {
        var answer = await GetAsync((req, res) =>
        {
            res.ContentType = "text/html; charset=utf-8";
            return res.SendAsync("<p>");
        });

        answer["Content-Type"].ShouldBe(["text/html; charset=utf-8"]);
        answer["X-Content-Type-Options"].ShouldBeEmpty();
    }

    [Fact]
    public async Task HEAD_gets_the_length_only()
    {
        var answer = await SendAsync("HEAD", (req, res) => res.SendAsync("four"));

        answer["Content-Length"].ShouldBe(["4"]);
        answer.Body.ShouldBe("");
    }

    [Theory]
    [InlineData(204, "GET")]
    [InlineData(205, "GET")]
    [InlineData(304, "GET")]
    [InlineData(204, "HEAD")]
    [InlineData(205, "HEAD")]
    [InlineData(304, "HEAD")]
    public async Task A_status_without_a_body_drops_the_text(int status, string method)
    {
        foreach (var text in (string[])["", "dropped"])
        {
            await using var server = await LiveServer.StartAsync(new NodeRouter().Get("/", (req, res) =>
            {
                res.StatusCode = status;
                return res.SendAsync(text);
            }));
            using var client = await server.ConnectAsync();

            await client.SendAsync($"{method} / HTTP/1.1\r\nHost: test\r\n\r\nGET /next HTTP/1.1\r\nHost: test\r\n\r\n");

            var answer = await client.ReadAsync(isHead: method == "HEAD" || status != 205);
            (answer.Status, answer.Body, answer.IsComplete).ShouldBe((status, "", true));
            answer["Content-Length"].ShouldBe(status == 205 ? ["0"] : []);
            answer["Content-Type"].ShouldBeEmpty();
            (await client.ReadAsync()).Status.ShouldBe(404);
            server.Log.Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_method_in_another_case_than_HEAD_gets_the_text()
    {
        var answer = await SendAsync("head", (req, res) => res.SendAsync("four")); // no route takes it, and the default response is sent by SendAsync too

        answer.IsComplete.ShouldBeTrue();
        answer.Body.ShouldBe("Route head / not found");
    }

    [Fact]
    public async Task What_others_do_before_the_start_is_waited_for()
    {
        var answer = await GetAsync((req, res) =>
        {
            res.OnStarting(async () =>
            {
                await Task.Yield();
                res.Headers["X-Late"] = "1";
            });
            return res.SendAsync("sent");
        });

        answer["X-Late"].ShouldBe(["1"]);
        answer.Body.ShouldBe("sent");
    }

    [Fact]
    public async Task A_second_text_is_refused_and_an_error_after_the_first_never_mixes_bodies()
    {
        Exception? second = null;
        var answer = await GetAsync(async (req, res) =>
        {
            await res.SendAsync("first");
            second = await Should.ThrowAsync<InvalidOperationException>(() => res.SendAsync("second"));
            throw new InvalidOperationException("after the answer");
        });

        second.ShouldNotBeNull();
        (answer.IsComplete && answer.Body != "first").ShouldBeFalse();
        answer.Body.ShouldNotContain("Internal");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(100_000)]
    public async Task A_text_leaves_before_the_request_ends_when_it_is_flushed(int length)
    {
        var go = new TaskCompletionSource();
        await using var server = await LiveServer.StartAsync(new NodeRouter().Get("/", async (req, res) =>
        {
            await res.SendAsync(new string('a', length));
            await res.Body.FlushAsync();
            await go.Task;
        }));
        using var client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
        var answer = await client.ReadAsync();
        go.SetResult();

        (answer.Body.Length, answer.IsComplete).ShouldBe((length, true));
    }

    private static Task<RawResponse> GetAsync(NodeEndpoint endpoint) => SendAsync("GET", endpoint);

    private static async Task<RawResponse> SendAsync(string method, NodeEndpoint endpoint)
    {
        await using var server = await LiveServer.StartAsync(new NodeRouter().Get("/", endpoint));
        return await server.SendAsync(method, "/");
    }
}
