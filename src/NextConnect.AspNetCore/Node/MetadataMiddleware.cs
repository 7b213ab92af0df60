using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NextConnect;

/// <summary>
/// Middleware of ASP.NET Core that acts by the metadata of the request's endpoint, or by a rule for all requests. A layer has no endpoint: with neither, such
/// middleware would let every request pass in silence.
/// </summary>
/// <param name="Type">The name of its type, or the beginning of it.</param>
/// <param name="Use">How it is added.</param>
/// <param name="HasRule">Whether it has anything to act by. Asked when it passes a request on.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record MetadataMiddleware(string Type, string Use, Func<HttpContext, bool> HasRule, string Instead)
{
    private static readonly MetadataMiddleware[] Known =
    [
        new("Microsoft.AspNetCore.Authorization.AuthorizationMiddleware",
            "UseAuthorization",
            context => Options<AuthorizationOptions>(context).FallbackPolicy is not null
                || Has<IAuthorizeData>(context) || Has<IAuthorizationRequirementData>(context) || Has<AuthorizationPolicy>(context)
                || Has<IAllowAnonymous>(context),
            "Call UseAuthorization before the router, and RequireAuthorization on what MapNextConnect returns; or write a guard with IAuthorizationService."),
        new("Microsoft.AspNetCore.Antiforgery.Internal.AntiforgeryMiddleware",
            "UseAntiforgery",
            context => Has<IAntiforgeryMetadata>(context) && HasValidToken(context),
            "Write a guard that awaits IAntiforgery.ValidateRequestAsync."),
        new("Microsoft.AspNetCore.RateLimiting.RateLimitingMiddleware",
            "UseRateLimiter",
            context => Options<RateLimiterOptions>(context).GlobalLimiter is not null
                || Has<EnableRateLimitingAttribute>(context) || Has<DisableRateLimitingAttribute>(context),
            "Set GlobalLimiter in AddRateLimiter; or call UseRateLimiter before the router, and RequireRateLimiting on what MapNextConnect returns."),
        new("Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutsMiddleware",
            "UseRequestTimeouts",
            context => Options<RequestTimeoutOptions>(context).DefaultPolicy is not null
                || Has<RequestTimeoutAttribute>(context) || Has<RequestTimeoutPolicy>(context) || Has<DisableRequestTimeoutAttribute>(context),
            "Set DefaultPolicy in AddRequestTimeouts; or call UseRequestTimeouts before the router, and WithRequestTimeout on what MapNextConnect returns."),
        new("Microsoft.AspNetCore.OutputCaching.OutputCacheMiddleware",
            "UseOutputCache",
            context => context.Features.Get<IOutputCacheFeature>() is not null,
            "Call AddBasePolicy in AddOutputCache; or call UseOutputCache before the router, and CacheOutput on what MapNextConnect returns."),
    ];

    /// <summary>Returns the middleware of a type; null for any other, which needs no endpoint.</summary>
    public static MetadataMiddleware? Find(string type) => Array.Find(Known, known => type.StartsWith(known.Type, StringComparison.Ordinal));

    /// <summary>Makes the <c>next</c> of the middleware, which refuses to continue when it had no rule.</summary>
    public RequestDelegate Check(RequestDelegate next) => context => HasRule(context)
        ? next(context)
        : throw new InvalidOperationException(
            $"{Use} acts by the metadata of an endpoint, and a layer has none of its own: it would let every request pass. {Instead}");

    /// <summary>Refuses a request whose antiforgery token is missing or not valid: ASP.NET Core leaves that to the endpoint.</summary>
    private static bool HasValidToken(HttpContext context) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } refused
        ? throw new BadHttpRequestException("A valid antiforgery token is needed.", StatusCodes.Status400BadRequest, refused.Error!)
        : true;

    private static bool Has<T>(HttpContext context)
        where T : class => context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;

    private static T Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(HttpContext context)
        where T : class => context.RequestServices.GetRequiredService<IOptions<T>>().Value;
}
