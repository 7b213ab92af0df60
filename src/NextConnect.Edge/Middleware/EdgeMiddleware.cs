namespace NextConnect;

/// <summary>
/// The middleware that every host needs and no host gives to all of them. On ASP.NET Core its own middleware is the better choice for compression,
/// authentication, rate limits and the rest.
/// </summary>
/// <remarks>Each works in front of everything, behind a base path, or in front of one handler: <c>router.Get("/feed", EdgeMiddleware.ETag(), handler)</c>.</remarks>
public static partial class EdgeMiddleware;
