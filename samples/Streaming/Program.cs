// Responses that are sent while they are made: events for a page, which continues where it was when the connection breaks, and a plain text.
// Run it: dotnet run --project samples/Streaming
// Try it: open http://localhost:5000 in a browser, or
//   curl -N http://localhost:5000/readings
//   curl -N http://localhost:5000/readings -H 'Last-Event-ID: 41'
//   curl -N http://localhost:5000/steps
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using NextConnect;

const string Page = """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Thermometer</title></head>
    <body>
    <h1>Thermometer</h1>
    <ol id="readings"></ol>
    <script>
    const list = document.getElementById("readings");
    new EventSource("/readings").addEventListener("reading", event => {
      const item = document.createElement("li");
      item.value = event.lastEventId;
      item.textContent = `${JSON.parse(event.data).celsius} °C`;
      list.append(item);
    });
    </script>
    </body>
    </html>
    """;

await using var app = WebApplication.Create(args);

app.Run(new EdgeRouter()
    .Get("/", (req, ctx) => EdgeResponse.Html(Page))
    .Get("/readings", (req, ctx) =>
    {
        var last = int.TryParse(req.LastEventId, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return EdgeResponse.ServerSentEvents(
            Readings(last, app.Lifetime.ApplicationStopping), ReadingJson.Default.Reading, heartbeat: TimeSpan.FromSeconds(15));
    })
    .Get("/steps", (req, ctx) => EdgeResponse.Stream(Steps()))
    .ToRequestDelegate());
await app.RunAsync();

// Continues until the client disconnects or the server stops.
static async IAsyncEnumerable<SseItem<Reading>> Readings(int last, [EnumeratorCancellation] CancellationToken cancellationToken)
{
    while (true)
    {
        await Task.Delay(TimeSpan.FromSeconds(0.5), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (cancellationToken.IsCancellationRequested)
            yield break; // an exception would be logged as a failure
        last++;
        yield return new(new(20 + last % 5), "reading") { EventId = $"{last}" };
    }
}

static async IAsyncEnumerable<string> Steps([EnumeratorCancellation] CancellationToken cancellationToken = default)
{
    for (var step = 1; step <= 3; step++)
    {
        await Task.Delay(TimeSpan.FromSeconds(0.5), cancellationToken); // stands for the work
        yield return $"Step {step} of 3 is done\n";
    }
}

internal sealed record Reading(double Celsius);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Reading))]
internal sealed partial class ReadingJson : JsonSerializerContext;
