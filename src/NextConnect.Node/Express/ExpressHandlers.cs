using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Tells a chain to go on, or that callback middleware failed. The first call counts, later ones are ignored.</summary>
/// <param name="error">Null to go on with the next layer; otherwise what reaches <c>OnError</c>.</param>
public delegate void ExpressNext(Exception? error = null);

/// <summary>Callback middleware as Connect and Express have it.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Ends the middleware's work; may be called later, from any thread.</param>
public delegate void ExpressHandler(HttpRequest req, HttpResponse res, ExpressNext next);

/// <summary>Callback middleware that also returns a task.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Lets the chain go on; not calling it before the task ends means that the middleware has answered.</param>
/// <returns>A task whose failure reaches <c>OnError</c>.</returns>
public delegate Task AsyncExpressHandler(HttpRequest req, HttpResponse res, ExpressNext next);

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
