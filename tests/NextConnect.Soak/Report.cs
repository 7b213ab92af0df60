using System.Globalization;

namespace NextConnect.Soak;

/// <summary>Collects figures, some with a limit.</summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];
    private int _failures;

    public void Note(string name, double value) => _lines.Add(Line(name, value));

    public void Check(string name, double value, double most)
    {
        var isGood = value <= most;
        _failures += isGood ? 0 : 1;
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Line(name, value)}  (at most {most:0.##}){(isGood ? "" : "  FAILED")}"));
    }

    /// <summary>Writes everything, and returns the exit code.</summary>
    public int Print()
    {
        _lines.ForEach(Console.WriteLine);
        Console.WriteLine(_failures == 0 ? "soak: all figures are within their limits" : $"soak: {_failures} figures are over their limits");
        return _failures == 0 ? 0 : 1;
    }

    private static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name,-64} {value,14:0.##}");
}
