using System.Globalization;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Exposes ASP.NET Core's route values as route parameters: as text, and under their exact names.</summary>
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
        foreach (var entry in values)
        {
            if (entry.Key == name)
            {
                value = Text(entry.Value);
                return true;
            }
        }
        value = null;
        return false;
    }

    private static string? Text(object? value) => value is null or string ? (string?)value : Convert.ToString(value, CultureInfo.InvariantCulture);
}
