using System.Runtime.CompilerServices;

namespace NextConnect.Edge.Tests;

/// <summary>R12: without a host, errors that nobody handles go to standard error, as upstream's <c>console.error</c>.</summary>
public sealed class StandardErrorTests
{
    [Fact]
    public async Task Unhandled_error_and_failed_background_work_are_written_to_standard_error_once()
    {
        const string Error = "marker-of-an-error";
        const string Background = "marker-of-background-work";
        var failed = new TaskCompletionSource();

        var written = await WrittenAsync(Background, async () =>
        {
            using var client = new HttpClient(new EdgeRouter().Get("/", (_, ctx) =>
            {
                ctx.WaitUntil(failed.Task);
                throw new InvalidTimeZoneException(Error);
            }).ToHttpMessageHandler());

            using var response = await client.GetAsync(new Uri("http://test/"));
            failed.SetException(new InvalidTimeZoneException(Background));

            (await response.Content.ReadAsStringAsync()).ShouldBe("Internal Server Error");
        });

        written.Split(Error).Length.ShouldBe(2);
        written.Split(Background).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Error_of_a_callback_that_fires_when_the_client_leaves_is_written_too()
    {
        const string Callback = "marker-of-a-callback";

        await WrittenAsync(Callback, async () =>
        {
            using var client = new HttpClient(new EdgeRouter().Get("/", (_, ctx) =>
            {
                ctx.Aborted.Register(() => throw new InvalidTimeZoneException(Callback));
                return EdgeResponse.Stream(EndlessAsync());
            }).ToHttpMessageHandler());

            using var response = await client.GetAsync(new Uri("http://test/"), HttpCompletionOption.ResponseHeadersRead);
        });
    }

    [Fact]
    public async Task Request_log_is_written_without_a_log_of_the_host()
    {
        const string Line = "GET /marker-of-a-request 204 ";

        await WrittenAsync(Line, async () =>
        {
            using var client = new HttpClient(new EdgeRouter().Use(EdgeMiddleware.RequestLog()).All((_, _) => EdgeResponse.Empty()).ToHttpMessageHandler());

            using var response = await client.GetAsync(new Uri("http://test/marker-of-a-request"));
        });
    }

    /// <summary>Waits until standard error has a text, and returns all of it.</summary>
    private static async Task<string> WrittenAsync(string text, Func<Task> work)
    {
        using var written = new WaitingWriter(text);
        var before = Console.Error;
        Console.SetError(written);
        try
        {
            await work();
            await written.Seen.Soon();
        }
        finally
        {
            Console.SetError(before);
        }
        return written.ToString();
    }

    private static async IAsyncEnumerable<string> EndlessAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return "first";
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>Keeps what is written, and tells when an object with a text has been.</summary>
    private sealed class WaitingWriter(string text) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public override void WriteLine(object? value)
        {
            base.WriteLine(value);
            Notice(value?.ToString());
        }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Notice(value);
        }

        private void Notice(string? value)
        {
            if (value?.Contains(text, StringComparison.Ordinal) == true)
                _seen.TrySetResult();
        }
    }
}
