using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace NextConnect;

/// <summary>Fails a run in which an exception of some task was never looked at. Linked into every test project; it runs when all other tests have.</summary>
[Collection(Last)]
[SuppressMessage("Maintainability", "CA1515:Consider making public types internal", Justification = "xunit runs public classes only.")]
public sealed class UnobservedTasks
{
    private const string Last = "last";
    private static readonly ConcurrentQueue<Exception> Errors = new();

    [Fact]
    public void No_task_of_the_run_had_an_exception_that_nobody_looked_at()
    {
        const string Marker = "left on purpose, to see that it is noticed";
        LeaveOne(Marker);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var messages = Errors.Select(error => error.ToString()).ToLookup(text => text.Contains(Marker, StringComparison.Ordinal));
        messages[true].Count().ShouldBe(1);
        messages[false].ShouldBeEmpty();
    }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The ModuleInitializer attribute should not be used in libraries",
        Justification = "It must listen before the first test.")]
    internal static void Listen() => TaskScheduler.UnobservedTaskException += (_, args) => Errors.Enqueue(args.Exception);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LeaveOne(string marker) => _ = Task.FromException(new InvalidOperationException(marker));

    /// <summary>Puts the collection behind all others; collections that run in parallel come before it anyway.</summary>
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "xunit makes it by its name.")]
    public sealed class LastOrderer : ITestCollectionOrderer
    {
        public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
            testCollections.OrderBy(collection => collection.DisplayName == Last);
    }

    /// <summary>Keeps the collection from running beside others.</summary>
    [CollectionDefinition(Last, DisableParallelization = true)]
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "xunit finds public definitions only.")]
    public sealed class Group;
}
