// Tests of a typed HttpClient: an EdgeRouter in memory replaces the service it calls. No port, no wait, no mocking library.
// Run it: dotnet test samples/Mocking
using System.Net;
using NextConnect;

namespace Mocking;

public sealed class WeatherClientTests
{
    private static readonly Uri Address = new("http://weather.test");

    [Fact]
    public async Task Forecast_of_a_city_is_found()
    {
        var service = new EdgeRouter().Get("/forecasts/:city", (req, ctx) => EdgeResponse.Json(new Weather(req.Params["city"]!, 21)));
        using var http = new HttpClient(service.ToHttpMessageHandler()) { BaseAddress = Address };

        (await new WeatherClient(http).FindForecastAsync("São Paulo")).ShouldBe(new Weather("São Paulo", 21));
    }

    [Fact]
    public async Task City_that_the_service_does_not_know_has_no_forecast()
    {
        using var http = new HttpClient(new EdgeRouter().ToHttpMessageHandler()) { BaseAddress = Address }; // no route: 404

        (await new WeatherClient(http).FindForecastAsync("Atlantis")).ShouldBeNull();
    }

    [Fact]
    public async Task Report_is_sent_as_JSON()
    {
        var recorder = new RequestRecorder();
        var service = new EdgeRouter().Post("/reports", (req, ctx) => EdgeResponse.Empty(HttpStatusCode.Created));
        using var http = new HttpClient(service.ToHttpMessageHandler(recorder: recorder)) { BaseAddress = Address };

        await new WeatherClient(http).ReportAsync(new("Paris", 18));

        var call = recorder.Requests.ShouldHaveSingleItem();
        call.Uri.ShouldBe(new Uri(Address, "/reports"));
        call.Headers["Content-Type"].ShouldBe(["application/json; charset=utf-8"]);
        call.Text.ShouldBe("""{"city":"Paris","celsius":18}""");
    }

    [Fact]
    public async Task Failure_of_the_service_is_told()
    {
        var service = new EdgeRouter().Post("/reports", (req, ctx) => EdgeResponse.Problem(HttpStatusCode.ServiceUnavailable));
        using var http = new HttpClient(service.ToHttpMessageHandler()) { BaseAddress = Address };

        var error = await Should.ThrowAsync<HttpRequestException>(new WeatherClient(http).ReportAsync(new("Paris", 18)));

        error.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Caller_need_not_wait_for_a_service_that_hangs()
    {
        var asked = new TaskCompletionSource();
        var service = new EdgeRouter().Get("/forecasts/:city", async (req, ctx) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, ctx.Aborted);
            return EdgeResponse.Empty();
        });
        using var http = new HttpClient(service.ToHttpMessageHandler()) { BaseAddress = Address };
        using var patience = new CancellationTokenSource();

        var finding = new WeatherClient(http).FindForecastAsync("Paris", patience.Token);
        await asked.Task;
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(finding);
    }

    [Fact]
    public async Task One_answer_is_mocked_and_the_rest_comes_from_the_real_service()
    {
        // Elsewhere the inner handler would be a SocketsHttpHandler: here a second router keeps the test off the network.
        var real = new EdgeRouter().Get("/forecasts/:city", (req, ctx) => EdgeResponse.Json(new Weather(req.Params["city"]!, 21)));
        var mock = new EdgeRouter().Get("/forecasts/Atlantis", (req, ctx) => EdgeResponse.Json(new Weather("Atlantis", 4)));
        var recorder = new RequestRecorder();
        using var http = new HttpClient(mock.ToHttpMessageHandler(inner: real.ToHttpMessageHandler(), recorder: recorder)) { BaseAddress = Address };
        var client = new WeatherClient(http);

        (await client.FindForecastAsync("Atlantis")).ShouldBe(new Weather("Atlantis", 4));
        (await client.FindForecastAsync("Paris")).ShouldBe(new Weather("Paris", 21));

        recorder.Requests.Select(call => call.WasMatched).ShouldBe([true, false]);
    }
}
