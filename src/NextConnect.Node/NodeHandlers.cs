using Microsoft.AspNetCore.Http;

namespace NextConnect;

/// <summary>Handles a request, or does part of the work and continues by <paramref name="next"/>.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response to write to.</param>
/// <param name="next">Runs the rest of the chain; call it at most once, and await or return its task.</param>
/// <returns>A task that ends when the handler is done.</returns>
public delegate Task NodeHandler(HttpRequest req, HttpResponse res, NextHandler next);

/// <summary>Handles a request and ends the chain.</summary>
/// <param name="req">The request.</param>
/// <param name="res">The response to write to.</param>
/// <returns>A task that ends when the response has been written.</returns>
public delegate Task NodeEndpoint(HttpRequest req, HttpResponse res);

/// <summary>Answers a request whose chain failed.</summary>
/// <param name="error">What was thrown.</param>
/// <param name="req">The request.</param>
/// <param name="res">The response. When it has already started, nothing can be answered any more, and the connection is aborted afterwards.</param>
/// <returns>A task that ends when the response has been written.</returns>
public delegate Task NodeErrorHandler(Exception error, HttpRequest req, HttpResponse res);

/// <summary>Returns a value for a request, its own or what <paramref name="next"/> gave.</summary>
/// <typeparam name="TResult">What the router's handlers return.</typeparam>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <param name="next">Runs the rest of the chain and gives its value; call it at most once.</param>
/// <returns>The value.</returns>
public delegate Task<TResult> NodeHandler<TResult>(HttpRequest req, HttpResponse res, NextHandler<TResult> next);

/// <summary>Returns a value for a request and ends the chain.</summary>
/// <typeparam name="TResult">What the router's handlers return.</typeparam>
/// <param name="req">The request.</param>
/// <param name="res">The response.</param>
/// <returns>The value.</returns>
public delegate Task<TResult> NodeEndpoint<TResult>(HttpRequest req, HttpResponse res);
