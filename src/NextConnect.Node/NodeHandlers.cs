using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Handles a request, or does part of the work and continues with <paramref name="next"/>.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response to write to.</param>
/// <param name="next">Runs the rest of the chain; call it at most once, and await or return its task.</param>
/// <returns>A task that completes when the handler is done.</returns>
public delegate Task NodeHandler(HttpRequest req, HttpResponse res, NextHandler next);

/// <summary>Handles a request and ends the chain.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response to write to.</param>
/// <returns>A task that completes when the response has been written.</returns>
public delegate Task NodeEndpoint(HttpRequest req, HttpResponse res);

/// <summary>Responds to a request whose chain failed.</summary>
/// <param name="error">What was thrown.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response. Once it has started, it cannot be replaced, and unless it is complete the connection is aborted afterwards.</param>
/// <returns>A task that completes when the response has been written.</returns>
public delegate Task NodeErrorHandler(Exception error, HttpRequest req, HttpResponse res);

/// <summary>Returns a value for a request: its own, or what <paramref name="next"/> returned.</summary>
/// <typeparam name="TResult">What the router's handlers return.</typeparam>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Runs the rest of the chain and returns its value; call it at most once.</param>
/// <returns>The value.</returns>
public delegate Task<TResult> NodeHandler<TResult>(HttpRequest req, HttpResponse res, NextHandler<TResult> next);

/// <summary>Returns a value for a request and ends the chain.</summary>
/// <typeparam name="TResult">What the router's handlers return.</typeparam>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <returns>The value.</returns>
public delegate Task<TResult> NodeEndpoint<TResult>(HttpRequest req, HttpResponse res);

/// <summary>Continues after an error: without an argument, the error is handled and the next layer runs; with one, the next error middleware runs.</summary>
/// <param name="error">Null when the error is handled; otherwise what the next error middleware receives.</param>
/// <returns>A task that completes when the rest of the chain has.</returns>
public delegate Task NodeErrorNext(Exception? error = null);

/// <summary>Handles an error of the layers before it (Connect's and Express's error-handling middleware).</summary>
/// <param name="error">What was thrown.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response. Once it has started, it cannot be replaced, and unless it is complete the connection is aborted afterwards.</param>
/// <param name="next">Leaves error mode, or passes an error on; call it at most once, and await or return its task. Not calling it ends the chain.</param>
/// <returns>A task that completes when the error is handled. What it throws replaces the error.</returns>
public delegate Task NodeErrorMiddleware(Exception error, HttpRequest req, HttpResponse res, NodeErrorNext next);
