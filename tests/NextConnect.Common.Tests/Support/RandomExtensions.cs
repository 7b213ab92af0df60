namespace NextConnect.Common.Tests;

internal static class RandomExtensions
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public static bool Percent(this Random random, int percent) => random.Next(100) < percent;
}
