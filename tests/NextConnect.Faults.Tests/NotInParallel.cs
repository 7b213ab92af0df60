namespace NextConnect.Faults.Tests;

/// <summary>Tests that run one by one after all others, because they look at the heap or take all threads or very many connections.</summary>
[CollectionDefinition(nameof(NotInParallel), DisableParallelization = true)]
public sealed class NotInParallel;
