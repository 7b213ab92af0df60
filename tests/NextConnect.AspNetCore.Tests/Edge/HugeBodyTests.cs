namespace NextConnect.AspNetCore.Tests;

[CollectionDefinition(nameof(HugeBodyTests), DisableParallelization = true)]
public sealed class HugeBodyGroup;

/// <summary>Two gigabytes pass through a handler in memory that does not grow with them.</summary>
[Collection(nameof(HugeBodyTests))] // alone, because they look at the heap
public sealed class HugeBodyTests
{
    private const long Size = 2L * 1024 * 1024 * 1024;
    private const long Growth = 100 * 1024 * 1024; // buffers of both ends, and what the collector has not looked at yet

    [Fact]
    public async Task Two_gigabytes_go_down_in_constant_memory()
    {
        await using var server = await LiveServer.StartAsync(
            app => app.UseNextConnect(EdgeResponses.Router((req, ctx) => EdgeResponses.Bytes(new ZeroStream(Size)))));
        using var client = Client(server);
        var heap = new HeapPeak();

        using var response = await client.GetAsync(server.Uri, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();

        (await ReadAsync(body, heap)).ShouldBe(Size);
        heap.Growth.ShouldBeLessThan(Growth);
    }

    [Fact]
    public async Task Two_gigabytes_go_up_in_constant_memory()
    {
        var heap = new HeapPeak();
        var router = EdgeResponses.RouterAsync(
            async (req, ctx) => EdgeResponses.Text($"{await ReadAsync(await req.Content!.ReadAsStreamAsync(ctx.Aborted), heap)}"));
        await using var server = await LiveServer.StartAsync(app => app.UseNextConnect(router), limit: limits => limits.MaxRequestBodySize = null);
        using var client = Client(server);
        using var upload = new StreamContent(new ZeroStream(Size), 1 << 20);

        using var response = await client.PostAsync(server.Uri, upload);

        (await response.Content.ReadAsStringAsync()).ShouldBe($"{Size}");
        heap.Growth.ShouldBeLessThan(Growth);
    }

    private static HttpClient Client(LiveServer server) =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Uri, Timeout = TimeSpan.FromMinutes(3) };

    private static async Task<long> ReadAsync(Stream body, HeapPeak heap)
    {
        var buffer = new byte[1 << 20];
        var total = 0L;
        for (var reads = 0; await body.ReadAsync(buffer) is > 0 and var count; reads++)
        {
            total += count;
            if (reads % 256 == 0)
                heap.Look();
        }
        return total;
    }

    private sealed class HeapPeak
    {
        private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);

        public long Growth { get; private set; }

        public void Look() => Growth = Math.Max(Growth, GC.GetTotalMemory(forceFullCollection: true) - _start);
    }

    private sealed class ZeroStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, _left);
            _left -= count;
            return ValueTask.FromResult(count);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
