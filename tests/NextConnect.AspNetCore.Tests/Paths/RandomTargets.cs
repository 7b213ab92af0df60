using System.Text;

namespace NextConnect.AspNetCore.Tests;

/// <summary>Makes origin-form targets of the pieces where decoders differ.</summary>
internal static class RandomTargets
{
    private static readonly string[] Pieces =
    [
        "a", "b", "B", "dashboard", ".", "..", "...", "/", "/", "/", "/", "/.", "/..", "/./", "/../", "//",
        "%2e", "%2E", "%2e%2e", "%2F", "%2f", "%5C", "%25", "%252F", "%252e", "%2541", "%41", "%7E", "%3B", "%3F", "%23", "%20", "%09", "%0a", "%7F",
        "%C3%A9", "%C3", "%C3%41", "%A9", "%FF", "%ED%A0%80", "%C0%AF", "%C0%AE", "%F0%9F%98%80", "%F0%9F%98", "%F0%9F", "%F0", "%E2%84%AA", "%E2%84", "%E2",
        "%F4%90%80%80", "%EF%BB%BF", "%EF%BF%BF", "%F0%80%80%AF", "%zz", "%", "%2", "%%", "%u0041", ";", "+", "~", "@", ":", "!", "(", "=",
    ];

    public static string Next(Random random)
    {
        var target = new StringBuilder("/");
        for (var count = random.Next(1, 14); count > 0; count--)
            target.Append(random.Next(200) == 0 ? "%00" : Pieces[random.Next(Pieces.Length)]);
        return target.ToString();
    }
}
