using Microsoft.AspNetCore.Http;

namespace NextConnect.Node.Tests;

/// <summary>What each middleware allocates for a request, exactly: a delegate for its next, and a link for each but the first.</summary>
public sealed class RequestAllocationTests
{
    private const int Times = 1_000;
    private const int Delegate = 64;
    private const int Link = 32;

    [Fact]
    public void First_middleware_takes_its_next() => (BytesOf(1) - BytesOf(0)).ShouldBe(Delegate);

    [Fact]
    public void Further_middleware_takes_a_link_too() => (BytesOf(5) - BytesOf(1)).ShouldBe(4 * (Delegate + Link));

    private static long BytesOf(int middlewares)
    {
        var router = new NodeRouter();
        for (var i = 0; i < middlewares; i++)
            router.Use(static (req, res, next) => next());
        var handler = router.Get("/x", static (req, res) => Task.CompletedTask).Handler();
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/x" } };

        for (var i = 0; i < Times; i++)
            handler(context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            handler(context);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
