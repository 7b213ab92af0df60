namespace NextConnect.Benchmarks;

/// <summary>One lookup in tables of usual size, beside ASP.NET Core's matcher and a port of trouter.</summary>
internal static class LookupSuite
{
    public static void Run()
    {
        var folder = Environment.GetEnvironmentVariable("NEXTCONNECT_TABLES");
        RouteTables[] tables = [RouteTables.Rest(), .. folder is null ? [] : RouteTables.InFolder(folder).Where(table => table.Routes.Length < 1_000)];
        foreach (var table in tables)
        {
            var ours = new NextConnectLookup(table.Routes);
            var aspNet = new AspNetLookup(table.Routes);
            var regex = new RegexLookup(table.Routes);
            Interleaved.Header($"Lookup: {table.Name}", "ns");
            foreach (var lookups in table.Cases)
                Interleaved.Compare(lookups.Name, aspNet.Find(lookups), ours.Find(lookups), ours.FindAndRead(lookups), regex.Find(lookups));
        }
    }
}
