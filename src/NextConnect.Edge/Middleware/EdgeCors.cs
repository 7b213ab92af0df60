using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NextConnect;

/// <summary>The middleware of <see cref="EdgeMiddleware.Cors"/>. A class of its own, so that <c>Handler()</c> recognises it.</summary>
internal sealed class EdgeCors : IEveryResponseMiddleware
{
    private readonly EdgeCorsOptions _options;
    private readonly HashSet<string> _origins;
    private readonly bool _allowsAll;

    public EdgeCors(EdgeCorsOptions options)
    {
        _options = options;
        _origins = new(options.Origins, StringComparer.Ordinal);
        _allowsAll = _origins.Contains("*");
        if (_allowsAll && (options.AllowCredentials || _origins.Count > 1))
        {
            throw new ArgumentException(
                "The origin '*' cannot be combined with other origins or with credentials: every site could act as the user. Name the origins.",
                nameof(options));
        }
        if (options.ExposedHeaders.Concat(options.AllowedHeaders ?? []).FirstOrDefault(name => !HeaderText.IsSafe(name)) is { } header)
            throw new ArgumentException($"'{header}' is not the name of a header: it has a control or non-ASCII character.", nameof(options));
        foreach (var origin in _origins)
        {
            if (origin != "*" && (!HeaderText.IsSafe(origin)
                || !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || origin != uri.GetLeftPart(UriPartial.Authority)))
            {
                throw new ArgumentException(
                    $"'{origin}' is not a valid origin. Write scheme, host and port as browsers do, such as https://app.example.com.", nameof(options));
            }
        }
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller disposes the response.")]
    public Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next)
    {
        Prepare(req, ctx);
        return IsPreflight(req) ? Task.FromResult(EdgeResponse.Empty()) : next();
    }

    public void Prepare(HttpRequestMessage req, EdgeContext ctx)
    {
        var state = RequestState.Of(req);
        var headers = state.CommonHeaders ??= new();
        var isPreflight = IsPreflight(req);
        if (ValueOf(req, "Origin") is { } origin && (_allowsAll || _origins.Contains(origin)))
        {
            headers.Set("Access-Control-Allow-Origin", _allowsAll ? "*" : origin);
            if (_options.AllowCredentials)
                headers.Set("Access-Control-Allow-Credentials", "true");
            if (isPreflight)
                AllowRequest(headers, MethodsOf(req, state), ValueOf(req, "Access-Control-Request-Headers"));
            else if (_options.ExposedHeaders.Count > 0)
                headers.Set("Access-Control-Expose-Headers", string.Join(", ", _options.ExposedHeaders));
        }
        AddVary(headers, isPreflight);
    }

    private static bool IsPreflight(HttpRequestMessage req) =>
        req.Method == HttpMethod.Options && ValueOf(req, "Origin") is not null && ValueOf(req, "Access-Control-Request-Method") is not null;

    private static string? ValueOf(HttpRequestMessage req, string name) =>
        req.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>Returns the methods of the path's routes; the one asked for when the path has none here, so that what follows the router decides.</summary>
    private static string? MethodsOf(HttpRequestMessage req, RequestState state) =>
        state.Methods.Count > 0 ? string.Join(", ", state.Methods) : ValueOf(req, "Access-Control-Request-Method");

    private void AllowRequest(CommonHeaders response, string? methods, string? askedHeaders)
    {
        if (!string.IsNullOrEmpty(methods) && HeaderText.IsSafe(methods))
            response.Set("Access-Control-Allow-Methods", methods);
        var headers = _options.AllowedHeaders is { } named ? string.Join(", ", named) : askedHeaders;
        if (!string.IsNullOrEmpty(headers) && HeaderText.IsSafe(headers))
            response.Set("Access-Control-Allow-Headers", headers);
        if (_options.MaxAge is { } age)
            response.Set("Access-Control-Max-Age", ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Prevents a cache from serving a response that depends on the origin to another one, allowed or not.</summary>
    private void AddVary(CommonHeaders headers, bool isPreflight)
    {
        if (!_allowsAll)
            headers.Vary("Origin");
        if (isPreflight)
        {
            headers.Vary("Access-Control-Request-Method");
            headers.Vary("Access-Control-Request-Headers");
        }
    }
}
