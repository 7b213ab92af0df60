namespace NextConnect.Common.Tests;

/// <summary>What a lookup allocates, exactly: nothing, until parameters are read.</summary>
public sealed class LookupAllocationTests
{
    private const int Times = 1_000;

    private readonly RouteTable _table = new TestRouter()
        .Use(static () => 0)
        .Use("/users", static () => 1)
        .Get("/users/me", (TestHandler)(static () => 2), (TestHandler)(static () => 3))
        .Get("/users/:id/orders/:order", (TestHandler)(static () => 4))
        .Get("/files/*", (TestHandler)(static () => 5))
        .Table;

    [Theory]
    [InlineData("GET", "/users/me")]
    [InlineData("GET", "/USERS/Me/")]
    [InlineData("HEAD", "/users/7/orders/8")]
    [InlineData("GET", "/files/a/b/c")]
    [InlineData("GET", "/users/7/nothing/8")]
    [InlineData("BREW", "/users/7")]
    [InlineData("OPTIONS", "*")]
    [InlineData("GET", "/files/a-path-that-is-longer-than-the-sixty-four-characters-which-one-mask-holds")]
    public void Lookup_allocates_nothing(string method, string path) => BytesOf(() => _table.Find(method, path)).ShouldBe(0);

    /// <summary>It would grow if the layers were tested one by one: those with an optional segment need a buffer each.</summary>
    [Theory]
    [InlineData("/nothing/here/at-all", 0)]
    [InlineData("/en/page1", 2)]
    public void Methods_of_a_path_cost_the_same_however_large_the_table_is(string path, int count)
    {
        long BytesWith(int pages)
        {
            var table = new TestRouter().Use("/:lang?", HostileTable.Of(pages, i => $"/page{i}")).Table;
            table.MethodsOf(path).Count.ShouldBe(count);
            return BytesOf(() => table.MethodsOf(path));
        }

        BytesWith(2_000).ShouldBe(BytesWith(2));
    }

    [Fact]
    public void Reading_parameters_allocates_the_values_and_one_object()
    {
        // 2 values of 24 + 2 characters, their array, and the object that names them.
        BytesOf(() => _table.Find("GET", "/users/7/orders/8").ReadParams()).ShouldBe((2 * 24) + (24 + (2 * 8)) + 32);
    }

    private static long BytesOf(Action action)
    {
        for (var i = 0; i < Times; i++)
            action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
