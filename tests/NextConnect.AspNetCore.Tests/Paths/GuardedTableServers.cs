namespace NextConnect.AspNetCore.Tests;

/// <summary>The guarded table on two servers, one for each kind of router.</summary>
public sealed class GuardedTableServers : IAsyncLifetime
{
    private LiveServer? _node;
    private LiveServer? _edge;

    public async Task InitializeAsync()
    {
        _node = await LiveServer.StartAsync(GuardedTable.Node());
        _edge = await LiveServer.StartAsync(GuardedTable.Edge());
    }

    public async Task DisposeAsync()
    {
        await _node!.DisposeAsync();
        await _edge!.DisposeAsync();
    }

    internal async Task<(RawResponse Node, RawResponse Edge)> SendAsync(RawTarget target)
    {
        var request = $"{target.Method} {target.Text} HTTP/1.1\r\nHost: {(target.Method == "CONNECT" ? target.Text : "127.0.0.1")}\r\n\r\n";
        return (await _node!.SendAsync(request), await _edge!.SendAsync(request));
    }
}
