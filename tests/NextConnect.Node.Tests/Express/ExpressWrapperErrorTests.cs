using System.Collections.Concurrent;

namespace NextConnect.Node.Tests;

/// <summary>R18: every error of wrapped callback middleware reaches <c>OnError</c>, and no task's exception stays unobserved.</summary>
public sealed class ExpressWrapperErrorTests
{
    private static readonly Exception Boom = new InvalidTimeZoneException("boom");

    private static readonly string[] AllWays =
    [
        "next(error)", "throws", "next(error) later", "async next(error)", "async throws at once", "async throws before next", "async throws after next",
        "throws before its task",
    ];

    public static TheoryData<string> Ways => [.. AllWays];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Error_of_a_callback_reaches_OnError_once(string way)
    {
        var errors = await ErrorsOfAsync(Failing(way), endpointError: null);

        errors.ShouldBe([Boom]);
    }

    [Fact]
    public async Task Errors_of_the_callback_and_of_the_rest_both_reach_OnError()
    {
        var second = new InvalidCastException("rest");

        var errors = await ErrorsOfAsync(Failing("async throws after next"), second);

        Flat(errors.ShouldHaveSingleItem()).ShouldBe([Boom, second], ignoreOrder: true);
    }

    [Fact]
    public async Task Error_of_the_rest_reaches_OnError()
    {
        (await ErrorsOfAsync(ExpressWrapper.Wrap((_, _, next) => next()), Boom)).ShouldBe([Boom]);
        (await ErrorsOfAsync(ExpressWrapper.Wrap(async (_, _, next) =>
        {
            await Task.Yield();
            next();
        }), Boom)).ShouldBe([Boom]);
    }

    [Fact]
    public async Task No_exception_of_a_task_stays_unobserved()
    {
        var unobserved = new ConcurrentQueue<Exception>();
        void Collect(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            if (Flat(args.Exception).Contains(Boom))
                unobserved.Enqueue(args.Exception);
        }

        TaskScheduler.UnobservedTaskException += Collect;
        try
        {
            foreach (var way in AllWays)
                await ErrorsOfAsync(Failing(way), Boom);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Collect;
        }

        unobserved.ShouldBeEmpty();
    }

    private static NodeHandler Failing(string way) => way switch
    {
        "next(error)" => ExpressWrapper.Wrap((_, _, next) => next(Boom)),
        "throws" => ExpressWrapper.Wrap((_, _, _) => throw Boom),
        "next(error) later" => ExpressWrapper.Wrap((_, _, next) => ThreadPool.QueueUserWorkItem(_ => next(Boom))),
        "async next(error)" => ExpressWrapper.Wrap(async (_, _, next) =>
        {
            await Task.Yield();
            next(Boom);
        }),
        "async throws at once" => ExpressWrapper.Wrap((_, _, _) => Task.FromException(Boom)),
        "async throws before next" => ExpressWrapper.Wrap(async (_, _, _) =>
        {
            await Task.Yield();
            throw Boom;
        }),
        "async throws after next" => ExpressWrapper.Wrap(async (_, _, next) =>
        {
            next();
            await Task.Yield();
            throw Boom;
        }),
        _ => ExpressWrapper.Wrap((AsyncExpressHandler)((_, _, _) => throw Boom)),
    };

    private static async Task<List<Exception>> ErrorsOfAsync(NodeHandler middleware, Exception? endpointError)
    {
        var errors = new List<Exception>();
        using var exchange = new NodeExchange();
        var router = new NodeRouter().Use(middleware).Get("/x", (_, _) => endpointError is null ? Task.CompletedTask : throw endpointError);

        await router.Handler(new()
        {
            OnError = (error, _, _) =>
            {
                errors.Add(error);
                return Task.CompletedTask;
            },
        })(exchange.Context);
        return errors;
    }

    private static IEnumerable<Exception> Flat(Exception error) => error is AggregateException all ? all.InnerExceptions.SelectMany(Flat) : [error];
}
