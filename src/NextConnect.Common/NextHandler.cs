namespace NextConnect;

/// <summary>Runs the rest of the chain: call it once, and await or return what it gives.</summary>
/// <returns>A task that ends when every later layer has ended, or fails with the error one of them did not handle.</returns>
/// <remarks>A second call from the same layer throws <see cref="InvalidOperationException"/>.</remarks>
public delegate Task NextHandler();

/// <summary>Runs the rest of the chain and gives its value: call it once, and await or return what it gives.</summary>
/// <typeparam name="TResult">What the layers of the chain return.</typeparam>
/// <returns>The value that the next layer returned.</returns>
/// <remarks>A second call from the same layer throws <see cref="InvalidOperationException"/>.</remarks>
public delegate Task<TResult> NextHandler<TResult>();
