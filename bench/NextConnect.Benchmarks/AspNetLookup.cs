using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;

namespace NextConnect.Benchmarks;

/// <summary>
/// ASP.NET Core's own matcher, called as its middleware calls it, on contexts whose features cost as little as Kestrel's. It finds one best route and knows no
/// middleware. The matcher is internal, so it is taken out of the routing services once.
/// </summary>
internal sealed class AspNetLookup(Route[] routes)
{
    private readonly Func<HttpContext, Task> _match = MakeMatcher(routes);

    public Contender Find(LookupCase lookups)
    {
        var contexts = Array.ConvertAll(lookups.Requests, request => KestrelLikeFeatures.Context(request.Method, request.Path));
        return new("ASP.NET Core DfaMatcher", times =>
        {
            for (var time = 0; time < times; time++)
            {
                foreach (var context in contexts)
                    _match(context);
            }
        }, contexts.Length);
    }

    private static Func<HttpContext, Task> MakeMatcher(Route[] routes)
    {
        var services = new ServiceCollection().AddLogging().AddMetrics().AddRouting()
            .AddSingleton(new System.Diagnostics.DiagnosticListener("benchmark")).BuildServiceProvider();
        var endpoints = routes.Where(route => route.Method != "USE").Select(route =>
        {
            var endpoint = new RouteEndpointBuilder(static _ => Task.CompletedTask, RoutePatternFactory.Parse(Template(route.Pattern)), 0);
            if (route.Method != "ALL")
                endpoint.Metadata.Add(new HttpMethodMetadata([route.Method]));
            return endpoint.Build();
        });

        var factory = typeof(EndpointDataSource).Assembly.GetType("Microsoft.AspNetCore.Routing.Matching.MatcherFactory", throwOnError: true)!;
        var matcher = factory.GetMethod("CreateMatcher")!.Invoke(services.GetRequiredService(factory), [new DefaultEndpointDataSource(endpoints)])!;
        var dfa = matcher.GetType().GetProperty("CurrentMatcher", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!.GetValue(matcher)!;
        return dfa.GetType().GetMethod("MatchAsync")!.CreateDelegate<Func<HttpContext, Task>>(dfa);
    }

    private static string Template(string pattern) =>
        string.Join('/', pattern.Split('/').Select(segment => segment == "*" ? "{**rest}" : segment.StartsWith(':') ? $"{{{segment[1..]}}}" : segment));
}
