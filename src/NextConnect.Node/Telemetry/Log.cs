using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NextConnect;

/// <summary>What the library logs, under the category <c>NextConnect</c>.</summary>
internal static partial class Log
{
    public static ILogger Of(HttpContext context) =>
        context.RequestServices?.GetService<ILoggerFactory>()?.CreateLogger("NextConnect") ?? NullLogger.Instance;

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed.")]
    public static partial void RequestFailed(ILogger logger, Exception error, string method, string path);

    [LoggerMessage(2, LogLevel.Debug, "{Method} {Path} was a bad request.")]
    public static partial void BadRequest(ILogger logger, Exception error, string method, string path);

    [LoggerMessage(3, LogLevel.Error, "Background work of {Method} {Path} failed.")]
    public static partial void BackgroundFailed(ILogger logger, Exception error, string method, string path);

    [LoggerMessage(4, LogLevel.Information, "Error middleware '{Layer}' handled an error of {Method} {Path}.")]
    public static partial void ErrorHandled(ILogger logger, Exception error, string layer, string method, string path);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "'{Layer}' responded to {Method} {Path} after next() had failed, but did not await it. Catch the error of 'await next()' to handle it.")]
    public static partial void ErrorNotAwaited(ILogger logger, Exception error, string layer, string method, string path);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "{Method} {Path} ended without a response: '{Layer}' neither responded nor called next(). If an empty response is meant, set its status to 204.")]
    public static partial void NoResponse(ILogger logger, string layer, string method, string path);
}
