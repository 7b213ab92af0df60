using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace NextConnect;

/// <summary>
/// Tags all telemetry of a request with the route pattern that it matched: the routers' own, ASP.NET Core's span of the request, and its
/// <c>http.server.request.duration</c>. Of nested routers, the innermost wins.
/// </summary>
internal static class RouteTag
{
    private const string Key = "http.route";

    public static void Set(HttpContext context, string route)
    {
        if (RouterTelemetry.IsOn && context.Features.Get<ObservedRequest>() is { } observed)
            observed.Route = route;
        if (Activity.Current is not null && context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity
            && activity.Source.HasListeners())
        {
            SetOn(activity, context.Request.Method, route);
        }
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { MetricsDisabled: false } metrics)
            SetOn(metrics.Tags, context, route);
    }

    private static void SetOn(Activity activity, string method, string route)
    {
        activity.SetTag(Key, route);
        activity.DisplayName = RouterTelemetry.SpanName(RouterTelemetry.KnownMethod(method), route);
    }

    /// <summary>Adds the tag once: ASP.NET Core adds the pattern of an endpoint by itself.</summary>
    private static void SetOn(ICollection<KeyValuePair<string, object?>> tags, HttpContext context, string route)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>() is not null)
            return;
        foreach (var tag in tags)
        {
            if (tag.Key == Key)
            {
                tags.Remove(tag);
                break;
            }
        }
        tags.Add(new(Key, route));
    }
}
