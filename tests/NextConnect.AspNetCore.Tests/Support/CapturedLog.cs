using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NextConnect.AspNetCore.Tests;

internal sealed record LogEntry(string Category, LogLevel Level, string Message, Exception? Error);

/// <summary>Keeps what a server logs, from every category.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public LogEntry[] Entries => [.. _entries];

    /// <summary>Gets everything logged as an error, also by the server itself, which logs what a handler lets through.</summary>
    public LogEntry[] Errors => [.. _entries.Where(entry => entry.Level >= LogLevel.Error)];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new(category, logLevel, formatter(state, exception), exception));
    }
}
