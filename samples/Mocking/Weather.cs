namespace Mocking;

/// <summary>The weather of a city.</summary>
public sealed record Weather(string City, int Celsius);
