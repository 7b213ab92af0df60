// Loads both routers on a real server and fails when an answer is mixed up, a large body is kept, memory grows or a task's exception gets lost.
// Run it: dotnet run -c Release --project tests/NextConnect.Soak     NEXTCONNECT_SOAK_SECONDS=600 makes it ten minutes; the default is 60 seconds.
using System.Globalization;
using NextConnect.Soak;

var unobserved = 0;
TaskScheduler.UnobservedTaskException += (_, args) =>
{
    Interlocked.Increment(ref unobserved);
    Console.Error.WriteLine(args.Exception);
};
var seconds = int.Parse(Environment.GetEnvironmentVariable("NEXTCONNECT_SOAK_SECONDS") ?? "60", CultureInfo.InvariantCulture);
var report = new Report();

await using (var server = await SoakServer.StartAsync())
{
    foreach (var kind in SoakServer.Kinds)
    {
        await CrowdLoad.RunAsync(server, kind, version: 2, connections: 100, requestsEach: 100, report);
        await CrowdLoad.RunAsync(server, kind, version: 1, connections: 1, requestsEach: 2_000, report);
    }
    string hash;
    await using (var body = VolumeLoad.Body())
        hash = await VolumeLoad.HashAsync(body, CancellationToken.None);
    foreach (var kind in SoakServer.Kinds)
    {
        await VolumeLoad.RunAsync(server, kind, version: 1, hash, report);
        await VolumeLoad.RunAsync(server, kind, version: 2, hash, report);
    }
    await MixedLoad.RunAsync(server, TimeSpan.FromSeconds(seconds), report);
}

for (var i = 0; i < 3; i++)
{
    GC.Collect();
    GC.WaitForPendingFinalizers();
}
report.Check("unobserved task exceptions", unobserved, 0);
return report.Print();
