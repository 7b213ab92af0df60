using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Users;

/// <summary>A failure whose text is meant for the client.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always has a status.")]
internal sealed class HttpError(int status, string message) : Exception(message)
{
    public int Status => status;

    /// <summary>Returns the error to respond with for any exception. Null: it is our fault, to be logged, and the response does not have its text.</summary>
    public static HttpError? From(Exception error) => error switch
    {
        HttpError known => known,
        JsonException => new(400, "The body is not the JSON of a user, such as {\"name\":\"Ada\",\"age\":36}."),
        InvalidDataException => new(400, "The form could not be read."),
        BadHttpRequestException bad => new(bad.StatusCode, "The request could not be read."),
        _ => null,
    };

    /// <summary>The error of an id that no user has, or of a text that is not an id.</summary>
    public static HttpError NoSuchUser(string? id) => new(404, $"There is no user '{id}'.");
}
