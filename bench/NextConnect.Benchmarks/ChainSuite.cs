namespace NextConnect.Benchmarks;

/// <summary>Middleware in front of an endpoint that does nothing, beside ASP.NET Core's <c>app.Use</c>; no server.</summary>
internal static class ChainSuite
{
    public static void Run()
    {
        Interleaved.Header("Chain: middlewares and an endpoint", "ns");
        foreach (var count in new[] { 2, 5 })
        {
            Compare($"{count} synchronous", count, static next => next(), static (context, next) => next(context));
            Compare($"{count} asynchronous", count, static async next => await next(), static async (context, next) => await next(context));
        }
    }

    private static void Compare(string name, int count, Func<NextHandler, Task> ours, Func<HttpContext, RequestDelegate, Task> theirs)
    {
        var router = new NodeRouter();
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        for (var i = 0; i < count; i++)
        {
            router.Use((req, res, next) => ours(next));
            app.Use(theirs);
        }
        var handler = router.Get("/user", static (req, res) => Task.CompletedTask).Handler();
        app.Run(static context => Task.CompletedTask);
        var pipeline = app.Build();
        var context = KestrelLikeFeatures.Context("GET", "/user");
        Interleaved.Compare(name, new("app.Use", times => Repeat(times, pipeline)), new("NodeRouter", times => Repeat(times, handler)));

        void Repeat(int times, RequestDelegate run)
        {
            for (var time = 0; time < times; time++)
                run(context);
        }
    }
}
