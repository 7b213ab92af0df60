// The peer of samples/HelloNode and samples/HelloEdge: the same answer by a minimal API.
await using var app = WebApplication.CreateSlimBuilder(args).Build();

app.MapGet("/hello/{name}", (string name) => $"Hello {name}");

await app.RunAsync();
