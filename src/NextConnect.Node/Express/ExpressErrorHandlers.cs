using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Callback middleware for errors as Connect and Express have it: the one with four parameters.</summary>
/// <param name="error">What a layer before it has thrown or given to its <c>next</c>.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Without argument the error is handled and the chain goes on; with one, the next error middleware gets it.</param>
public delegate void ExpressErrorHandler(Exception error, HttpRequest req, HttpResponse res, ExpressNext next);

/// <summary>Callback middleware for errors that also returns a task.</summary>
/// <param name="error">What a layer before it has thrown or given to its <c>next</c>.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Without argument the error is handled and the chain goes on; with one, the next error middleware gets it.</param>
/// <returns>A task whose failure replaces the error.</returns>
public delegate Task AsyncExpressErrorHandler(Exception error, HttpRequest req, HttpResponse res, ExpressNext next);
