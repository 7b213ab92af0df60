using System.Globalization;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Exposes ASP.NET Core's route values as route parameters: as text.</summary>
internal sealed class RouteValueParams(RouteValueDictionary values) : RouteParams
{
    public override int Count => values.Count;

    public override IEnumerator<KeyValuePair<string, string?>> GetEnumerator()
    {
        foreach (var (name, value) in values)
            yield return new(name, Text(value));
    }

    private protected override bool TryFind(string name, out string? value)
    {
        var isKnown = values.TryGetValue(name, out var found);
        value = Text(found);
        return isKnown;
    }

    private static string? Text(object? value) => value is null or string ? (string?)value : Convert.ToString(value, CultureInfo.InvariantCulture);
}
