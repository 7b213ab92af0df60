namespace NextConnect;

/// <summary>Runs the rest of the chain: call it once, and await or return its task.</summary>
/// <returns>A task that completes when every later layer has completed, or fails with an error that none of them handled.</returns>
/// <remarks>A second call from the same layer throws <see cref="InvalidOperationException"/>.</remarks>
public delegate Task NextHandler();

/// <summary>Runs the rest of the chain and returns its value: call it once, and await or return its task.</summary>
/// <typeparam name="TResult">What the layers of the chain return.</typeparam>
/// <returns>The value that the next layer returned.</returns>
/// <remarks>A second call from the same layer throws <see cref="InvalidOperationException"/>.</remarks>
public delegate Task<TResult> NextHandler<TResult>();
