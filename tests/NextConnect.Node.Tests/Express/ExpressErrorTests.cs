namespace NextConnect.Node.Tests;

public sealed class ExpressErrorTests : IDisposable
{
    private static readonly InvalidOperationException Boom = new("boom");
    private readonly NodeExchange _exchange = new();
    private readonly List<string> _ran = [];

    public void Dispose() => _exchange.Dispose();

    [Fact]
    public async Task Wrapped_next_leaves_error_mode()
    {
        await RunAsync(ExpressWrapper.Wrap((error, req, res, next) =>
        {
            _ran.Add(error.Message);
            next();
        }));

        _ran.ShouldBe(["boom", "behind"]);
    }

    [Fact]
    public async Task Wrapped_next_with_an_error_passes_it_on()
    {
        await RunAsync(ExpressWrapper.Wrap((error, req, res, next) => next(error)));

        _ran.ShouldBe(["last:boom"]);
    }

    [Fact]
    public async Task Wrapped_asynchronous_callback_that_fails_replaces_the_error()
    {
        await RunAsync(ExpressWrapper.Wrap(async (error, req, res, next) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("second", error);
        }));

        _ran.ShouldBe(["last:second"]);
    }

    [Fact]
    public async Task Wrapped_callback_that_answers_ends_the_chain()
    {
        await RunAsync(ExpressWrapper.Wrap((error, req, res, next) => { res.StatusCode = 503; }));

        _ran.ShouldBeEmpty();
        _exchange.Response.StatusCode.ShouldBe(503);
    }

    private Task RunAsync(NodeErrorMiddleware middleware) => new NodeRouter()
        .Use((req, res, next) => throw Boom)
        .Use(middleware)
        .All((req, res, next) =>
        {
            _ran.Add("behind");
            return Task.CompletedTask;
        })
        .Use((error, req, res, next) =>
        {
            _ran.Add($"last:{error.Message}");
            return Task.CompletedTask;
        })
        .Handler()(_exchange.Context);
}
