using System.Net;
using System.Net.Http.Json;

namespace Mocking;

/// <summary>The code under test: a typed client of another service. <c>AddHttpClient&lt;WeatherClient&gt;(…)</c> passes its <see cref="HttpClient"/>.</summary>
public sealed class WeatherClient(HttpClient http)
{
    /// <summary>Finds the forecast for a city; null when the service does not know the city.</summary>
    public async Task<Weather?> FindForecastAsync(string city, CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync(new Uri($"forecasts/{Uri.EscapeDataString(city)}", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Weather>(cancellationToken);
    }

    /// <summary>Tells the service what the weather is.</summary>
    public async Task ReportAsync(Weather weather, CancellationToken cancellationToken = default)
    {
        using var response = await http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), weather, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
