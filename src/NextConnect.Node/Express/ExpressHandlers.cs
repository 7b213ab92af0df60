using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Continues the chain, or reports that callback middleware failed. The first call counts; later ones are ignored.</summary>
/// <param name="error">Null to continue with the next layer; otherwise the error, which reaches <c>OnError</c>.</param>
public delegate void ExpressNext(Exception? error = null);

/// <summary>Handles a request as callback middleware of Connect and Express does.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Ends the middleware's work; may be called later, from any thread.</param>
public delegate void ExpressHandler(HttpRequest req, HttpResponse res, ExpressNext next);

/// <summary>Handles a request as callback middleware that also returns a task.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Continues the chain. Middleware whose task completes without this call has responded.</param>
/// <returns>A task whose failure reaches <c>OnError</c>.</returns>
public delegate Task AsyncExpressHandler(HttpRequest req, HttpResponse res, ExpressNext next);

/// <summary>Handles an error as callback middleware of Connect and Express does: the form with four parameters.</summary>
/// <param name="error">What an earlier layer threw or passed to its <c>next</c>.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Without an argument, the error is handled and the chain continues; with one, the next error middleware receives it.</param>
public delegate void ExpressErrorHandler(Exception error, HttpRequest req, HttpResponse res, ExpressNext next);

/// <summary>Handles an error as callback middleware that also returns a task.</summary>
/// <param name="error">What an earlier layer threw or passed to its <c>next</c>.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Without an argument, the error is handled and the chain continues; with one, the next error middleware receives it.</param>
/// <returns>A task whose failure replaces the error.</returns>
public delegate Task AsyncExpressErrorHandler(Exception error, HttpRequest req, HttpResponse res, ExpressNext next);
