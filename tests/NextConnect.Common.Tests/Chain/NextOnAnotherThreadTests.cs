namespace NextConnect.Common.Tests.Chain;

/// <summary>R16 under a race: a handler that leaves <c>next</c> to another thread and returns at the same moment.</summary>
public sealed class NextOnAnotherThreadTests : IDisposable
{
    private const int Times = 100_000;
    private const int MostDelay = 100; // turns of an empty loop before the handler returns: they move its end past every place in the other thread's next
    private const int SpinsBeforeYield = 5_000;

    private static readonly ChainStep Step = new(static () => { }, TakesNext: true, new(null, IsMiddleware: true, new([], null, PathMatch.Prefix), ""));

    private readonly Thread _other;
    private Run? _handedOver;
    private bool _hasEnded;

    public NextOnAnotherThreadTests()
    {
        _other = new(CallWhatIsHandedOver) { IsBackground = true };
        _other.Start();
    }

    public void Dispose()
    {
        Volatile.Write(ref _hasEnded, true);
        _other.Join();
    }

    [Fact]
    public async Task It_is_waited_for_whenever_it_begins_before_the_chain_has_ended()
    {
        for (var i = 0; i < Times; i++)
        {
            var run = new Run(this, i % MostDelay);
            var chain = run.Run();
            SpinUntil(() => Volatile.Read(ref _handedOver) is null);

            var hasEndedEarly = run.HasReachedEndpoint && chain.IsCompleted;
            run.Endpoint.SetResult();
            await chain;
            hasEndedEarly.ShouldBeFalse($"run {i}: the chain had ended although its endpoint ran");
        }
    }

    private void CallWhatIsHandedOver()
    {
        while (!Volatile.Read(ref _hasEnded))
        {
            SpinUntil(() => Volatile.Read(ref _handedOver) is not null || Volatile.Read(ref _hasEnded));
            Volatile.Read(ref _handedOver)?.CallNext();
            Volatile.Write(ref _handedOver, null);
        }
    }

    /// <summary>Waits without giving the processor away, so that both threads stay close, unless it takes long.</summary>
    private static void SpinUntil(Func<bool> condition)
    {
        for (var spins = 0; !condition(); spins++)
        {
            if (spins % SpinsBeforeYield == SpinsBeforeYield - 1)
                Thread.Yield();
        }
    }

    /// <summary>A handler that hands <c>next</c> over, and an endpoint that ends when the test says so.</summary>
    private sealed class Run(NextOnAnotherThreadTests test, int delay) : ChainRun<Task>([Step, Step], views: null)
    {
        private bool _isCalling;

        public TaskCompletionSource Endpoint { get; } = new();

        public bool HasReachedEndpoint { get; private set; }

        public void CallNext()
        {
            Volatile.Write(ref _isCalling, true);
            try
            {
                _ = First();
            }
            catch (InvalidOperationException)
            {
                // the chain had ended before the call
            }
        }

        protected override Task Call(in ChainStep step, int index)
        {
            if (index == 1)
            {
                HasReachedEndpoint = true;
                return Endpoint.Task;
            }
            Volatile.Write(ref test._handedOver, this);
            SpinUntil(() => Volatile.Read(ref _isCalling));
            for (var i = 0; i < delay; i++)
                _ = Volatile.Read(ref _isCalling);
            return Task.CompletedTask;
        }

        protected override Task CallEnd() => Task.CompletedTask;

        protected override Task Failed(Exception error) => Task.FromException(error);

        protected override bool HasRespondedTo(Exception error, RouteLayer layer) => false;

        protected override Task OnFreshStack(Func<Task> function) => function();

        protected override Task After(Task wait, Task result) => wait;
    }
}
