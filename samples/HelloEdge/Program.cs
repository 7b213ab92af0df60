// An EdgeRouter in its smallest form, ready to be a native program (no reflection, no trim or AOT warning).
// Run it: dotnet run --project samples/HelloEdge      Native: dotnet publish samples/HelloEdge -p:PublishAot=true
//   curl http://localhost:5000/hello/Ada
using NextConnect;

await using var app = WebApplication.CreateSlimBuilder(args).Build();

app.Run(new EdgeRouter()
    .Get("/hello/:name", (req, ctx) => new HttpResponseMessage { Content = new StringContent($"Hello {req.Params["name"]}") })
    .ToRequestDelegate());

await app.RunAsync();
