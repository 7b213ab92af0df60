namespace NextConnect.AspNetCore.Tests;

/// <summary>Ends a wait for something that never comes, so that it fails the test instead of stopping the run.</summary>
internal static class TestTimeout
{
    public static Task Soon(this Task task) => task.WaitAsync(TimeSpan.FromSeconds(30));

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(30));
}
