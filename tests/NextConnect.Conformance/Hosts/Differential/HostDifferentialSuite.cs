using System.Net;

namespace NextConnect.Conformance.Hosts;

/// <summary>A host sends to every request of the table the response that another host sends, and its handlers see the same.</summary>
/// <param name="host">The host.</param>
/// <param name="other">The other host.</param>
public abstract class HostDifferentialSuite(IHostHarness host, IHostHarness other)
{
    /// <summary>Gets the version of HTTP that the host speaks.</summary>
    protected virtual Version Version => HttpVersion.Version11;

    /// <summary>Gets the version of HTTP that the other host speaks.</summary>
    protected virtual Version OtherVersion => Version;

    /// <summary>Gets the targets that the two treat differently on purpose; the documentation of hosts says which.</summary>
    protected virtual IReadOnlyCollection<string> LeftOut => [];

    /// <summary>Gets the targets that no route handles, or only passes on.</summary>
    protected static IReadOnlyCollection<string> Unhandled => DifferentialRequest.Unhandled;

    [Fact]
    public async Task Every_response_is_that_of_the_other_host()
    {
        await using var first = await DifferentialHost.StartAsync(host, Version);
        await using var second = await DifferentialHost.StartAsync(other, OtherVersion);
        var differences = new List<string>();

        foreach (var row in DifferentialRequest.Table.Where(row => !LeftOut.Contains(row.Target)))
        {
            var (answer, expected) = (await first.AnswerAsync(row), await second.AnswerAsync(row));
            if (answer != expected)
                differences.Add($"===== {row}\n{answer}\n===== other host:\n{expected}\n");
        }

        differences.ShouldBeEmpty();
    }
}
