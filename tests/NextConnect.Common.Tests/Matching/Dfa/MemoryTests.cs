namespace NextConnect.Common.Tests;

/// <summary>What a table takes, with all that requests have made it build: it depends on the table's text, whatever the patterns and the traffic.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    private const int Count = 1_000;

    /// <summary>The bound for each character of a table. A registration counts as 16 characters and its pattern.</summary>
    private const int BytesPerCharacter = 256;

    private const int FreeBytes = 1_000_000;

    [Theory]
    [InlineData(3_000, 30)]
    [InlineData(10_000, 100)]
    public void Pages_below_an_optional_segment_take_little_memory_when_each_is_visited(int pages, int megabytes)
    {
        var used = Used(() => new TestRouter().Use("/:lang?", HostileTable.Of(pages, i => $"/page{i}")), table =>
        {
            for (var i = 0; i < pages; i++)
            {
                table.Find("GET", $"/page{i}").Layers.Indexes[^1].ShouldBe(i + 1);
                table.Find("GET", $"/en/page{i}").Layers.Indexes[^1].ShouldBe(i + 1);
            }
        });

        used.ShouldBeLessThan(megabytes * 1_000_000L);
    }

    [Theory]
    [InlineData("names between wildcards")]
    [InlineData("one literal in another place each")]
    [InlineData("as much middleware as routes")]
    [InlineData("a method for each route")]
    [InlineData("optional parameters in a row")]
    [InlineData("pages with parts below an optional segment")]
    public void Memory_is_bounded_by_the_text_of_the_table(string name)
    {
        var hostile = HostileTable.All[name];
        var text = hostile.Make(Count).Layers.Sum(layer => 16 + layer.Pattern.Length);
        var random = new Random(7);

        var used = Used(() => hostile.Make(Count), table =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                table.Find("GET", hostile.Path(Count, random));
                table.Find("BREW", hostile.Path(Count, random) + "/");
            }
        });

        used.ShouldBeLessThan(FreeBytes + (BytesPerCharacter * text));
    }

    /// <summary>A table as people write it keeps all that its traffic needs: 4,000 routes with a language or without, behind 20 layers of middleware.</summary>
    [Fact]
    public void Large_tables_as_people_write_them_stay_under_the_limit()
    {
        string[] forms = ["GET ", "POST ", "GET /:id", "PUT /:id", "DELETE /:id", "GET /:id/parts", "GET /search", "GET /:file.csv"];
        var routes = new TestRouter();
        var patterns = new HashSet<string>();
        foreach (var form in Enumerable.Range(0, 500).SelectMany(noun => forms.Select(form => form.Replace(" ", $" /noun{noun}", StringComparison.Ordinal))))
        {
            var pattern = form.Split(' ')[1];
            routes.Add(form.Split(' ')[0], pattern, HostileTable.Handler);
            patterns.Add(pattern);
        }
        var router = new TestRouter();
        for (var i = 0; i < 20; i++)
            router.Use(HostileTable.Handler);
        var table = router.Use("/:lang?", routes).Table;

        foreach (var pattern in patterns)
        {
            foreach (var path in (string[])[pattern, "/en" + pattern, $"/en{pattern}/", pattern + "/nothing"])
            {
                foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW"])
                    table.Find(method, path);
            }
        }

        table.Size.IsFull.ShouldBeFalse();
    }

    /// <summary>Beyond the limit nothing is kept, but a request must not make much garbage either.</summary>
    [Theory]
    [InlineData("names between wildcards")]
    [InlineData("one literal in another place each")]
    [InlineData("as much middleware as routes")]
    [InlineData("a method for each route")]
    [InlineData("optional parameters in a row")]
    public void Longest_path_allocates_little_when_the_limit_is_reached(string name)
    {
        const int Length = 8_192;
        var hostile = HostileTable.All[name];
        var table = hostile.Make(Count).Table.WithSizeLimit(50_000);
        var random = new Random(7);
        while (!table.Size.IsFull)
            table.Find("GET", hostile.Path(Count, random));
        var names = HostileTable.Repeat(Length, _ => "/" + hostile.Segment(Count, random))[..Length];

        foreach (var path in (string[])[names, names + "/", new string('/', Length), "/" + new string('x', Length), HostileTable.Repeat(Length / 2, _ => "/a")])
        {
            foreach (var method in (string[])["GET", "BREW"])
                Allocated(() => table.Find(method, path)).ShouldBeLessThan(64 << 10, path[..20]);
        }
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Used(Func<TestRouter> make, Action<RouteTable> visit)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = make().Table;
        visit(table);
        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(table);
        return used;
    }
}
