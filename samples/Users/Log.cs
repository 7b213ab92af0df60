namespace Users;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed.")]
    public static partial void Failed(ILogger log, Exception error, string method, string? path);
}
