using System.Globalization;
using Microsoft.AspNetCore.Routing;

namespace NextConnect;

/// <summary>Shows the route values of the endpoint that a router runs in as route parameters. They stand there first, so they win.</summary>
internal static class EdgeRouteValues
{
    /// <summary>The catch-all that <c>MapNextConnect</c> adds behind its pattern: the router's own part of the path, nobody's parameter.</summary>
    public const string Rest = "nextConnectRest";

    public static void CopyTo(HttpRequestMessage req, RouteValueDictionary values)
    {
        if (values.Count > 0)
            EdgeParams.SetOuter(req, values.Where(value => value.Key != Rest).Select(value => KeyValuePair.Create(value.Key, Text(value.Value))));
    }

    private static string? Text(object? value) => value is null or string ? (string?)value : Convert.ToString(value, CultureInfo.InvariantCulture);
}
