// Routers in routers, with parameters on every level: Use leaves the path whole, Mount shows each router the path below its base.
// Run it: dotnet run --project samples/GettingMounted
// Try it: curl http://localhost:5000/orgs/acme/repos/rockets/issues/7
using NextConnect;

var issues = new NodeRouter()
    .Get("/", (req, res) => res.SendAsync($"All issues of {req.Params["repo"]}\n"))
    .Get("/:issue", (req, res) => res.SendAsync($"Issue {req.Params["issue"]} of {req.Params["org"]}/{req.Params["repo"]}\n"));

var repos = new NodeRouter()
    .Get("/", (req, res) => res.SendAsync($"Repositories of {req.Params["org"]}\n"))
    .Use("/:repo/issues", issues);

var site = new NodeRouter()
    .Mount("/orgs/:org", new NodeRouter()
        .Use((req, res, next) =>
        {
            res.Headers["X-Below"] = req.Path.Value; // "/repos/…": the base has moved to req.PathBase
            return next();
        })
        .Use("/repos", repos));

// Serves until Ctrl+C or SIGTERM.
await site.ListenAsync(args is ["--urls", var url] ? url : "http://localhost:5000");
