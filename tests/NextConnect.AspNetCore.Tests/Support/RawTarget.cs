using System.Globalization;
using System.Text;

namespace NextConnect.AspNetCore.Tests;

/// <summary>A raw request target, byte for byte as Latin-1 text.</summary>
internal sealed record RawTarget(string Id, string Method, string Text)
{
    private static readonly Dictionary<string, RawTarget> Table = Load();

    public static IEnumerable<string> Ids => Table.Keys;

    public static RawTarget Of(string id) => Table[id];

    /// <summary>Returns a seed to print and a number of cases, which the environment may set.</summary>
    public static (int Seed, int Cases) Randomness(int cases) =>
        (Setting("NEXTCONNECT_SEED") ?? Random.Shared.Next(), Setting("NEXTCONNECT_CASES") ?? cases);

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Dictionary<string, RawTarget> Load() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "targets.txt"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .ToDictionary(columns => columns[0], columns => new RawTarget(columns[0], columns[1], Encoding.Latin1.GetString(Convert.FromHexString(columns[2]))));
}
