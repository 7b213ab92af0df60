using Xunit.Abstractions;

namespace NextConnect.Common.Tests;

/// <summary>The guard property of patterns: exhaustively on a small model, at random beyond it, and proofs that either would notice a broken guard.</summary>
public sealed class GuardPropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void Small_model_has_155_patterns_and_9361_paths() =>
        (GuardModel.Patterns.Count, GuardModel.Paths(4).Count()).ShouldBe((155, 9361));

    [Fact]
    public void Guard_takes_whatever_reaches_a_handler_below_it_in_the_small_model()
    {
        var property = Exhaust(new(PathTests.ShippedPrefix, PathTests.ShippedExact), pathSegments: 4);

        property.FirstViolation.ShouldBeNull();
        property.Reached.Routable.ShouldBeGreaterThan(10_000);
        property.Reached.All.ShouldBeGreaterThan(property.Reached.Routable);
    }

    [Fact]
    public void Guard_takes_whatever_reaches_a_handler_below_it_at_random()
    {
        var run = new RandomRun(output, 50_000);
        var property = Sample(run, new(PathTests.ShippedPrefix, PathTests.ShippedExact));

        property.FirstViolation.ShouldBeNull($"{run}");
        property.Reached.Routable.ShouldBeGreaterThan(run.Cases / 4);
        property.Reached.All.ShouldBeGreaterThan(property.Reached.Routable);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Small_model_and_random_cases_notice(string what, int kind)
    {
        var (guard, handler) = BrokenTests()[kind];
        var exhausted = Exhaust(new(guard, handler), pathSegments: 3);
        var sampled = Sample(new(output, 10_000), new(guard, handler));
        output.WriteLine(
            $"{what}: {exhausted.Violations} of {exhausted.Reached} in the model, "
            + $"{sampled.Violations} of {sampled.Reached} at random; {sampled.FirstViolation}");

        exhausted.Violations.All.ShouldBeGreaterThan(0);
        sampled.Violations.All.ShouldBeGreaterThan(0);
    }

    public static TheoryData<string, int> Broken() => new()
    {
        { "expressions ported from JavaScript on both sides", 0 },
        { "an ordinal guard beside a handler by expression", 1 },
        { "StartsWithSegments outside a router by expression", 2 },
        { "a case-sensitive guard", 3 },
    };

    private static (PathTest Guard, PathTest Handler)[] BrokenTests() =>
    [
        (PathTests.RegexPrefix, PathTests.RegexExact),
        (PathTests.ShippedPrefix, PathTests.RegexExact),
        (PathTests.StartsWithSegments, PathTests.RegexExact),
        (PathTests.CaseSensitivePrefix, PathTests.ShippedExact),
    ];

    private static GuardProperty Exhaust(GuardProperty property, int pathSegments)
    {
        string[] paths = [.. GuardModel.Paths(pathSegments)];
        foreach (var pattern in GuardModel.Patterns)
            property.Check(pattern, paths);
        return property;
    }

    private static GuardProperty Sample(RandomRun run, GuardProperty property)
    {
        const int PathsPerPattern = 40;
        var generator = new PatternGenerator(run.Random);
        for (var cases = 0; cases < run.Cases; cases += PathsPerPattern)
        {
            var pattern = generator.Pattern(4);
            property.Check(pattern, Enumerable.Range(0, PathsPerPattern).Select(_ => generator.Path(pattern)));
        }
        return property;
    }
}
