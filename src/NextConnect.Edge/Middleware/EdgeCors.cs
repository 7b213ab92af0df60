using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NextConnect;

/// <summary>The middleware of <see cref="EdgeMiddleware.Cors"/>. A class of its own, so that <c>Handler()</c> recognises it.</summary>
internal sealed class EdgeCors
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

    public async Task<HttpResponseMessage> InvokeAsync(HttpRequestMessage req, EdgeContext ctx, NextHandler<HttpResponseMessage> next)
    {
        var origin = ValueOf(req, "Origin");
        var isPreflight = req.Method == HttpMethod.Options && origin is not null && ValueOf(req, "Access-Control-Request-Method") is not null;
        var isAllowed = origin is not null && (_allowsAll || _origins.Contains(origin));

        var response = await RespondAsync(isPreflight, next).ConfigureAwait(false);
        if (isAllowed)
            Allow(response, origin!);
        if (isAllowed && isPreflight)
            AllowRequest(response, req);
        else if (isAllowed && _options.ExposedHeaders.Count > 0)
            Set(response, "Access-Control-Expose-Headers", string.Join(", ", _options.ExposedHeaders));
        AddVary(response, isPreflight);
        return response;
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller disposes the response.")]
    private static Task<HttpResponseMessage> RespondAsync(bool isPreflight, NextHandler<HttpResponseMessage> next) =>
        isPreflight ? Task.FromResult(EdgeResponse.Empty()) : next();

    private static string? ValueOf(HttpRequestMessage req, string name) =>
        req.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private void Allow(HttpResponseMessage response, string origin)
    {
        Set(response, "Access-Control-Allow-Origin", _allowsAll ? "*" : origin);
        if (_options.AllowCredentials)
            Set(response, "Access-Control-Allow-Credentials", "true");
    }

    private void AllowRequest(HttpResponseMessage response, HttpRequestMessage req)
    {
        Set(response, "Access-Control-Allow-Methods", string.Join(", ", RequestState.Of(req).Methods));
        var headers = _options.AllowedHeaders is { } named ? string.Join(", ", named) : ValueOf(req, "Access-Control-Request-Headers");
        if (!string.IsNullOrEmpty(headers) && HeaderText.IsSafe(headers))
            Set(response, "Access-Control-Allow-Headers", headers);
        if (_options.MaxAge is { } age)
            Set(response, "Access-Control-Max-Age", ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Prevents a cache from serving a response that depends on the origin to another one, allowed or not.</summary>
    private void AddVary(HttpResponseMessage response, bool isPreflight)
    {
        if (!_allowsAll)
            response.Headers.Vary.Add("Origin");
        if (isPreflight)
        {
            response.Headers.Vary.Add("Access-Control-Request-Method");
            response.Headers.Vary.Add("Access-Control-Request-Headers");
        }
    }

    private static void Set(HttpResponseMessage response, string name, string value)
    {
        response.Headers.Remove(name);
        response.Headers.TryAddWithoutValidation(name, value);
    }
}
