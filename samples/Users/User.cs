using System.Text.Json.Serialization;

namespace Users;

internal sealed record User(int Id, string Name, int Age);

/// <summary>A user as a client sends it, not yet checked.</summary>
internal sealed record UserInput(string? Name, int? Age)
{
    private const int LongestName = 100;
    private const int YoungestAge = 8;
    private const int OldestAge = 150;

    /// <summary>Returns the name and age when both are good; otherwise throws a 400 that says what is wrong.</summary>
    public (string Name, int Age) Checked()
    {
        var name = Name?.Trim() ?? "";
        return name switch
        {
            "" => throw new HttpError(400, "The name must not be empty."),
            { Length: > LongestName } => throw new HttpError(400, $"The name must not be longer than {LongestName} characters."),
            _ when name.Any(char.IsControl) => throw new HttpError(400, "The name must not contain control characters."),
            _ => (name, CheckedAge()),
        };
    }

    private int CheckedAge() => Age switch
    {
        null => throw new HttpError(400, "The age must be a whole number."),
        < YoungestAge => throw new HttpError(400, $"The age must not be under {YoungestAge}."),
        > OldestAge => throw new HttpError(400, $"The age must not be over {OldestAge}."),
        _ => Age.Value,
    };
}

internal sealed record ErrorBody(string Error);

internal sealed record Summary(int Users, double? AverageAge, string Store);

/// <summary>The JSON of this sample, generated at compile time.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UserInput))]
[JsonSerializable(typeof(IReadOnlyList<User>))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Summary))]
internal sealed partial class UserJson : JsonSerializerContext;
