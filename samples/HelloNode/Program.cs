// A NodeRouter in its smallest form, ready to be a native program (no reflection, no trim or AOT warning).
// Run it: dotnet run --project samples/HelloNode      Native: dotnet publish samples/HelloNode -p:PublishAot=true
//   curl http://localhost:5000/hello/Ada
using NextConnect;

await using var app = WebApplication.CreateSlimBuilder(args).Build();

app.Run(new NodeRouter()
    .Get("/hello/:name", (req, res) => res.SendAsync($"Hello {req.Params["name"]}"))
    .Handler());

await app.RunAsync();
