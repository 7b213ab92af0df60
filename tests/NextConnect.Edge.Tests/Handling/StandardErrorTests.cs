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
        using var written = new WaitingWriter(Background);
        var before = Console.Error;
        Console.SetError(written);
        try
        {
            using var client = new HttpClient(new EdgeRouter().Get("/", (_, ctx) =>
            {
                ctx.WaitUntil(failed.Task);
                throw new InvalidTimeZoneException(Error);
            }).ToHttpMessageHandler());

            using var response = await client.GetAsync(new Uri("http://test/"));
            failed.SetException(new InvalidTimeZoneException(Background));
            await written.Seen;

            (await response.Content.ReadAsStringAsync()).ShouldBe("Internal Server Error");
        }
        finally
        {
            Console.SetError(before);
        }

        written.ToString().Split(Error).Length.ShouldBe(2);
        written.ToString().Split(Background).Length.ShouldBe(2);
    }

    /// <summary>Keeps what is written, and tells when an object with a text has been.</summary>
    private sealed class WaitingWriter(string text) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public override void WriteLine(object? value)
        {
            base.WriteLine(value);
            if (value?.ToString()?.Contains(text, StringComparison.Ordinal) == true)
                _seen.TrySetResult();
        }
    }
}
