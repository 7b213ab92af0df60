namespace NextConnect.AspNetCore.Tests;

/// <summary>Every raw target of tests/paths reaches the same guards and the same handler on every host, or a host rejects it (G5, G6).</summary>
public sealed class GuardedTableTests(GuardedTableServers servers) : IClassFixture<GuardedTableServers>
{
    public static TheoryData<string> Targets => [.. RawTarget.Ids];

    /// <summary>Gets the targets of which a URI in memory is another resource than the bytes on the wire.</summary>
    private static Dictionary<string, string> NotAsRelativeUri { get; } = new()
    {
        ["fragment"] = "a URI ends at '#', which a server takes as part of the path",
        ["connect"] = "the target is an authority, not a path",
    };

    private static Dictionary<string, string> NotAsAbsoluteUri { get; } = new()
    {
        ["backslash"] = @"System.Uri turns '\' into '/'",
        ["backslash-lead"] = @"System.Uri turns '\' into '/'",
        ["dotdot-backslash"] = @"System.Uri turns '\' into '/'",
        ["fragment"] = "a URI ends at '#', which a server takes as part of the path",
        ["absolute-encslash"] = "for an absolute-form target the server decodes '%2F' too (depends on its version)",
        ["absolute-enc-dotdot-encslash"] = "for an absolute-form target the server decodes '%2F' too (depends on its version)",
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Both_routers_on_Kestrel_reach_the_same(string id)
    {
        var (node, edge) = await servers.SendAsync(RawTarget.Of(id));

        GuardedTable.Read(edge).ShouldBe(GuardedTable.Read(node));
        edge.Status.ShouldBe(node.Status);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_guard_runs_where_the_server_sees_its_path_and_before_every_handler_below_it(string id)
    {
        var (node, _) = await servers.SendAsync(RawTarget.Of(id));
        var reached = GuardedTable.Read(node);
        if (reached.IsRejected)
            return;

        reached.GlobalGuard.ShouldBeTrue();
        reached.Guard.ShouldBe(node["x-under"] is ["yes"]);
        reached.Guard.ShouldBe(reached.Handler.StartsWith("/dashboard", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_relative_uri_in_memory_reaches_what_the_bytes_reach_on_Kestrel(string id)
    {
        var target = RawTarget.Of(id);
        if (NotAsRelativeUri.ContainsKey(id) || !Uri.TryCreate(target.Text, UriKind.Relative, out var uri))
        {
            IsAbsoluteForm(target).ShouldBe(!NotAsRelativeUri.ContainsKey(id));
            return;
        }
        await ShouldReachTheSameAsync(target, uri);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task An_absolute_uri_in_memory_reaches_what_the_bytes_reach_on_Kestrel(string id)
    {
        var target = RawTarget.Of(id);
        if (NotAsAbsoluteUri.ContainsKey(id) || !(target.Text.StartsWith('/') || IsAbsoluteForm(target)))
            return;
        var text = IsAbsoluteForm(target) ? target.Text : $"http://127.0.0.1{target.Text}";
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri))
            await ShouldReachTheSameAsync(target, uri);
        else
            GuardedTable.Read((await servers.SendAsync(target)).Node).ShouldBe(Reached.Rejected);
    }

    private static bool IsAbsoluteForm(RawTarget target) => target.Text.StartsWith("http", StringComparison.Ordinal);

    private async Task ShouldReachTheSameAsync(RawTarget target, Uri uri)
    {
        var wire = GuardedTable.Read((await servers.SendAsync(target)).Node);
        using var req = new HttpRequestMessage(new HttpMethod(target.Method), uri);
        using var response = await GuardedTable.Edge().Handler()(req, new EdgeContext());
        var memory = GuardedTable.Read(response);
        if (!wire.IsRejected && !memory.IsRejected)
            memory.ShouldBe(wire);
    }
}
