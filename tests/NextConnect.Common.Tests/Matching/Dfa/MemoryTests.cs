namespace NextConnect.Common.Tests;

/// <summary>What a table takes, with all that requests have made it build: it depends on the table's text, whatever the patterns and the traffic.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    private const int Count = 1_000;

    /// <summary>The bound for each character of a table. A registration counts as 16 characters and its pattern.</summary>
    private const int BytesPerCharacter = 512;

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

        Console.WriteLine($"{pages}: {used / 1e6:F1} MB");
        used.ShouldBeLessThan(megabytes * 1_000_000L);
    }

    [Theory]
    [InlineData("names between wildcards")]
    [InlineData("one literal in another place each")]
    [InlineData("as much middleware as routes")]
    [InlineData("a method for each route")]
    [InlineData("endings at any depth")]
    [InlineData("a few endings at any depth")]
    [InlineData("optional parameters in a row")]
    [InlineData("pages with parts below an optional segment")]
    public void Memory_is_bounded_by_the_text_of_the_table(string name)
    {
        var hostile = HostileTable.All[name];
        var text = hostile.Make(Count).Layers.Sum(layer => 16 + layer.Pattern.Length);
        var random = new Random(7);

        var used = Used(() => hostile.Make(Count), table =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                table.Find("GET", hostile.Path(Count, random));
                table.Find("BREW", hostile.Path(Count, random) + "/");
            }
        });

        Console.WriteLine($"{name}: {used / 1e6:F1} MB of {(FreeBytes + (BytesPerCharacter * text)) / 1e6:F1}; {(used - FreeBytes) / (double)text:F0} per char");
        used.ShouldBeLessThan(FreeBytes + (BytesPerCharacter * text));
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
