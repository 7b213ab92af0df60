namespace NextConnect;

/// <summary>Ends a wait for something that never comes, so that the test fails instead of stopping the run. No test depends on any other time.</summary>
internal static class TestTimeout
{
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(30);

    public static Task Soon(this Task task) => task.WaitAsync(Duration);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Duration);
}
