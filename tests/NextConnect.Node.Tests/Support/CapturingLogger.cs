using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NextConnect.Node.Tests;

/// <summary>Keeps what was logged, and the exceptions that were logged as warnings and errors.</summary>
internal sealed class CapturingLogger : ILogger, ILoggerFactory
{
    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly ConcurrentQueue<(LogLevel Level, string Message, Exception? Error)> _entries = new();

    public IReadOnlyList<Exception> Errors => [.. _errors];

    public IReadOnlyList<(LogLevel Level, string Message, Exception? Error)> Entries => [.. _entries];

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _entries.Enqueue((logLevel, formatter(state, null), exception));
        if (logLevel >= LogLevel.Warning)
            _errors.Enqueue(exception ?? new InvalidOperationException(formatter(state, null)));
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
