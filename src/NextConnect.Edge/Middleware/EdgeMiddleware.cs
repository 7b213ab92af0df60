namespace NextConnect;

/// <summary>
/// Makes middleware that every host needs. On ASP.NET Core, prefer the framework's own for compression, authentication, rate limits and so on.
/// </summary>
/// <remarks>Register each for all requests, for a base path, or before one handler: <c>router.Get("/feed", EdgeMiddleware.ETag(), handler)</c>.</remarks>
public static partial class EdgeMiddleware;
