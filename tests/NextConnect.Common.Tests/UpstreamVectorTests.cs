using NextConnect.Conformance;

namespace NextConnect.Common.Tests;

/// <summary>Ties the reference to upstream, and the shipped matcher to both.</summary>
public sealed class UpstreamVectorTests
{
    private static readonly UpstreamVectors Vectors = UpstreamVectors.Instance;

    [Fact]
    public void File_holds_1500_patterns_and_250_routers() =>
        (Vectors.Patterns.Count, Vectors.Routers.Count, Vectors.Routers.Sum(router => router.Requests.Count)).ShouldSatisfyAllConditions(
            counts => counts.Item1.ShouldBe(1500),
            counts => counts.Item2.ShouldBe(250),
            counts => counts.Item3.ShouldBeGreaterThan(1000));

    [Fact]
    public void RoutePattern_matches_as_regexparam()
    {
        foreach (var vector in Vectors.Patterns)
        {
            // regexparam parses an empty pattern as "/"; next-connect's routers, and so RoutePattern, take it for no pattern at all.
            var pattern = RoutePattern.Parse(vector.Pattern.Length == 0 ? "/" : vector.Pattern);
            ShouldBe(vector, vector.Loose ? pattern.MatchPrefix(vector.Path) : pattern.Match(vector.Path));
        }
    }

    [Fact]
    public void Reference_matches_as_regexparam()
    {
        foreach (var vector in Vectors.Patterns)
            ShouldBe(vector, ReferenceMatcher.Match(vector.Pattern, vector.Path, vector.Loose));
    }

    [Fact]
    public void RouteTable_finds_as_next_connect()
    {
        foreach (var vector in Vectors.Routers)
        {
            var router = TestRouter.Of(vector.Entries);
            foreach (var request in vector.Requests)
                ShouldBe(request, router.Find(request.Method, request.Path));
        }
    }

    [Fact]
    public void Reference_finds_as_next_connect()
    {
        foreach (var vector in Vectors.Routers)
        {
            foreach (var request in vector.Requests)
                ShouldBe(request, ReferenceMatcher.Find(vector.Entries, request.Method, request.Path));
        }
    }

    private static void ShouldBe(PatternVector vector, IReadOnlyDictionary<string, string?>? found)
    {
        (found is not null).ShouldBe(vector.Match, $"{vector}");
        (found ?? new Dictionary<string, string?>()).ToDictionary().ShouldBe(vector.Params, ignoreOrder: true, $"{vector}");
    }

    private static void ShouldBe(RequestVector request, ReferenceMatch found)
    {
        found.Handlers.ShouldBe(request.Handlers, $"{request}");
        found.Params.ShouldBe(request.Params, ignoreOrder: true, $"{request}");
        found.IsMiddlewareOnly.ShouldBe(request.MiddleOnly, $"{request}");
    }
}
