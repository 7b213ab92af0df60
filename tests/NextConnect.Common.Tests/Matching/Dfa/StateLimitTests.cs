namespace NextConnect.Common.Tests;

/// <summary>A table in which any subset of patterns can be alive at once: 20 patterns that differ in where their one literal stands.</summary>
public sealed class StateLimitTests
{
    private const int Size = 20;

    private readonly RoutePattern[] _patterns =
        [
            .. Enumerable.Range(0, Size)
                .Select(literal => RoutePattern.Parse(string.Concat(Enumerable.Range(0, Size).Select(i => i == literal ? "/x" : $"/:p{i}")))),
        ];

    [Fact]
    public void Exploding_table_stays_under_its_limit_and_correct()
    {
        var table = Table();
        var random = new Random(7);

        for (var i = 0; i < 5_000; i++)
        {
            var path = string.Concat(Enumerable.Range(0, Size).Select(_ => random.Next(2) == 0 ? "/x" : "/y"));
            var expected = Enumerable.Range(0, Size).Where(index => _patterns[index].Match(path) is not null);
            table.Find("GET", path).Layers.Indexes.ShouldBe(expected, path);
        }

        table.Size.IsFull.ShouldBeTrue("the table was meant to explode");
    }

    [Fact]
    public void Traffic_adds_no_states_to_a_table_that_has_them_all()
    {
        var router = new TestRouter().Get("/users/:id", (TestHandler)(static () => 1)).Get("/users/me", (TestHandler)(static () => 2)).Table;
        router.Find("GET", "/users/me");
        router.Find("GET", "/users/0/more");
        router.Find("GET", "/other/0/more");
        var size = router.Size.Bytes;

        for (var i = 0; i < 10_000; i++)
            router.Find("GET", $"/users/{i}/{i}");

        router.Size.Bytes.ShouldBe(size);
    }

    private RouteTable Table() => new(
        [.. _patterns.Select(pattern => new RouteLayer("GET", IsMiddleware: false, new PathMatcher(pattern.Segments, null, PathMatch.Exact), pattern.Text))]);
}
