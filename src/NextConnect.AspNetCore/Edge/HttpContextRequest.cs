using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NextConnect;

/// <summary>Makes the message of an ASP.NET Core request. Nothing is buffered; the body is read when a handler reads it.</summary>
internal static class HttpContextRequest
{
    /// <summary>Returns whether the method is one: servers refuse others, but middleware may set any text, such as that of an override header.</summary>
    public static bool HasMethod(HttpRequest source) => MethodToken.IsToken(source.Method);

    public static EdgeRequest Of(HttpContext context)
    {
        var source = context.Request;
        var req = new EdgeRequest(source.Method, UriOf(source))
        {
            Version = VersionOf(source.Protocol),
            Path = source.Path.Value ?? "",
            RouteValues = source.RouteValues.Count > 0 ? source.Params : null,
            Form = FormOf(context.Features),
        };
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false)
            req.Content = new StreamContent(new RequestBodyStream(context));
        foreach (var (name, values) in source.Headers)
        {
            foreach (var value in values)
                req.AddHeader(name, value);
        }
        return req;
    }

    /// <summary>Returns the form that middleware in front has read from the body; null without one, and when its antiforgery token is not valid.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The handler disposes the form.")]
    private static EdgeForm? FormOf(IFeatureCollection features)
    {
        if (features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } || features.Get<IFormFeature>()?.Form is not { } form)
            return null;
        return new(
            form.SelectMany(field => field.Value, (field, value) => new KeyValuePair<string, string>(field.Key, value ?? "")),
            [.. form.Files.Select(file => new EdgeFormFile(file.Name, file.FileName, file.ContentType, file.OpenReadStream()))]);
    }

    private static Version VersionOf(string protocol) =>
        HttpProtocol.IsHttp2(protocol) ? System.Net.HttpVersion.Version20
        : HttpProtocol.IsHttp3(protocol) ? System.Net.HttpVersion.Version30
        : HttpProtocol.IsHttp10(protocol) ? System.Net.HttpVersion.Version10
        : System.Net.HttpVersion.Version11;

    /// <summary>Makes the URI, which only handlers read; routing ignores it. Without a valid scheme and authority, that of <c>http://localhost</c>.</summary>
    private static Uri UriOf(HttpRequest source)
    {
        var target = EncodedPath(source.PathBase) + EncodedPath(source.Path) + source.QueryString.ToUriComponent();
        var host = source.Headers.Host.ToString();
        return host.AsSpan().IndexOfAny("/\\?#@") < 0 && Uri.TryCreate($"{source.Scheme}://{host}{target}", UriKind.Absolute, out var uri)
            ? uri
            : new Uri($"{(source.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://localhost{target}");
    }

    /// <summary>Encodes a path so that one decoding returns it: <c>%</c> is encoded too, except where the server kept <c>%2F</c>.</summary>
    private static string EncodedPath(PathString path)
    {
        var text = path.Value ?? "";
        if (text.Contains('%', StringComparison.Ordinal))
            text = text.Replace("%", "%25", StringComparison.Ordinal).Replace("%252F", "%2F", StringComparison.OrdinalIgnoreCase);
        return text.StartsWith('/') ? new PathString(text).ToUriComponent() : "";
    }
}
