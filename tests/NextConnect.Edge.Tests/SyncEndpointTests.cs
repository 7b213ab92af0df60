using System.Net;
using System.Reflection;
using NextConnect.Edge.Tests.Support;
using Endpoint = NextConnect.EdgeSyncEndpoint;

namespace NextConnect.Edge.Tests;

/// <summary>Endpoints that return their response at once.</summary>
public sealed class SyncEndpointTests
{
    private delegate EdgeRouter AddPattern(EdgeRouter router, string method, RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, Endpoint endpoint);

    private delegate EdgeRouter AddAny(EdgeRouter router, string method, ReadOnlySpan<EdgeHandler> handlers, Endpoint endpoint);

    private delegate EdgeRouter VerbPattern(EdgeRouter router, RoutePattern pattern, ReadOnlySpan<EdgeHandler> handlers, Endpoint endpoint);

    private delegate EdgeRouter VerbAny(EdgeRouter router, ReadOnlySpan<EdgeHandler> handlers, Endpoint endpoint);

    [Fact]
    public async Task Every_verb_takes_a_synchronous_endpoint_with_and_without_pattern()
    {
        var router = new EdgeRouter()
            .Get("/x", Answer("get x")).Head("/x", Answer("head x")).Post("/x", Answer("post x")).Put("/x", Answer("put x")).Patch("/x", Answer("patch x"))
            .Delete("/x", Answer("delete x")).Options("/x", Answer("options x")).Trace("/x", Answer("trace x"))
            .Add("QUERY", "/x", Answer("query x")).All("/x", Answer("all x"))
            .Get(Answer("get")).Head(Answer("head")).Post(Answer("post")).Put(Answer("put")).Patch(Answer("patch"))
            .Delete(Answer("delete")).Options(Answer("options")).Trace(Answer("trace")).Add("QUERY", Answer("query")).All(Answer("all"));

        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "OTHER" })
        {
            (await SendAsync(router, method, "/x")).ShouldBe($"{(method == "OTHER" ? "all" : method)} x", StringCompareShould.IgnoreCase);
            (await SendAsync(router, method, "/y")).ShouldBe(method == "OTHER" ? "all" : method, StringCompareShould.IgnoreCase);
        }
        (await SendAsync(new EdgeRouter().Head("/x", Answer("head x")).Head(Answer("head")), "HEAD", "/x")).ShouldBe("head x");
        (await SendAsync(new EdgeRouter().Head("/x", Answer("head x")).Head(Answer("head")), "HEAD", "/y")).ShouldBe("head");
    }

    [Fact]
    public async Task Every_verb_takes_a_handler_in_front_of_a_synchronous_endpoint()
    {
        EdgeHandler mark = async (req, ctx, next) =>
        {
            var response = await next();
            response.Content = new StringContent("marked " + await response.Content.ReadAsStringAsync());
            return response;
        };
        var router = new EdgeRouter()
            .Head("/h", mark, Answer("head")).Get("/x", mark, Answer("get")).Post("/x", mark, Answer("post")).Put("/x", mark, Answer("put"))
            .Patch("/x", mark, Answer("patch"))
            .Delete("/x", mark, Answer("delete")).Options("/x", mark, Answer("options")).Trace("/x", mark, Answer("trace"))
            .Add("QUERY", "/x", mark, Answer("query"))
            .All("/x", mark, Answer("other"));

        foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "OTHER" })
            (await SendAsync(router, method, "/x")).ShouldBe($"marked {method}", StringCompareShould.IgnoreCase);
        (await SendAsync(router, "HEAD", "/h")).ShouldBe("marked head");
    }

    [Fact]
    public async Task Every_form_registers_its_own_verb_with_its_pattern_and_all_its_functions()
    {
        var passed = 0;
        EdgeHandler pass = (_, _, next) =>
        {
            passed++;
            return next();
        };
        foreach (var form in Forms())
        {
            var parameters = form.GetParameters();
            var router = new EdgeRouter();

            Call(form, router, pass);

            var layer = router.Layers.ShouldHaveSingleItem(form.ToString());
            layer.Method.ShouldBe(form.Name switch { "All" => null, "Add" => "QUERY", var verb => verb.ToUpperInvariant() }, form.ToString());
            layer.Pattern.ShouldBe(Array.Exists(parameters, parameter => parameter.ParameterType == typeof(RoutePattern)) ? "/x" : "", form.ToString());

            passed = 0;
            (await SendAsync(router, layer.Method ?? "OTHER", "/x")).ShouldBe("x", form.ToString());
            passed.ShouldBe(parameters.Sum(parameter => parameter.ParameterType == typeof(EdgeHandler) ? 1 : IsSpan(parameter) ? 3 : 0), form.ToString());
        }
    }

    [Fact]
    public void Every_verb_of_the_router_has_its_synchronous_forms()
    {
        var verbs = typeof(EdgeRouter).BaseType!.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters() is [.., var last] && last.ParameterType == typeof(EdgeEndpoint) && Compiles(method))
            .Select(method => $"{method.Name}/{method.GetParameters().Length}");
        var synchronous = Forms().Select(method => $"{method.Name}/{method.GetParameters().Length - 1}");

        synchronous.ShouldBe(verbs, ignoreOrder: true);
    }

    [Fact]
    public async Task Error_of_a_synchronous_endpoint_is_answered()
    {
        using var req = new HttpRequestMessage(HttpMethod.Get, "/x");

        using var response = await TestObserver.InvokeAsync(
            new EdgeRouter().Get("/x", new Endpoint((_, _) => throw new InvalidTimeZoneException())),
            null, req, new(), _ => HttpStatusCode.InternalServerError);

        ((int)response.StatusCode).ShouldBe(500);
    }

    [Fact]
    public void Null_endpoint_or_router_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => new EdgeRouter().Get("/x", (Endpoint)null!));
        Should.Throw<ArgumentNullException>(() => EdgeRouterExtensions.Get(null!, Answer("x")));
    }

    private static IEnumerable<MethodInfo> Forms() => new[] { typeof(EdgeRouterExtensions), typeof(EdgeRouterGuardExtensions) }
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.GetParameters() is [.., { ParameterType.Name: nameof(EdgeSyncEndpoint) }] && Compiles(method));

    /// <summary>Tells the forms that can be called from those that exist to explain a mistake.</summary>
    private static bool Compiles(MethodInfo form) => form.GetCustomAttribute<ObsoleteAttribute>() is null;

    private static bool IsSpan(ParameterInfo parameter) => parameter.ParameterType == typeof(ReadOnlySpan<EdgeHandler>);

    /// <summary>Calls a form with three handlers where it takes a span, which reflection cannot pass.</summary>
    private static void Call(MethodInfo form, EdgeRouter router, EdgeHandler pass)
    {
        EdgeHandler[] three = [pass, pass, pass];
        var types = form.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        if (!Array.Exists(form.GetParameters(), IsSpan))
            form.Invoke(null, [.. types.Select(ArgumentOf)]);
        else if (types.Contains(typeof(string)) && types.Contains(typeof(RoutePattern)))
            form.CreateDelegate<AddPattern>()(router, "QUERY", "/x", three, Answer("x"));
        else if (types.Contains(typeof(string)))
            form.CreateDelegate<AddAny>()(router, "QUERY", three, Answer("x"));
        else if (types.Contains(typeof(RoutePattern)))
            form.CreateDelegate<VerbPattern>()(router, "/x", three, Answer("x"));
        else
            form.CreateDelegate<VerbAny>()(router, three, Answer("x"));

        object ArgumentOf(Type type) =>
            type == typeof(EdgeRouter) ? router : type == typeof(string) ? "QUERY" : type == typeof(RoutePattern) ? RoutePattern.Parse("/x")
            : type == typeof(EdgeHandler) ? pass : Answer("x");
    }

    private static Endpoint Answer(string text) => (_, _) => new() { Content = new StringContent(text) };

    private static async Task<string> SendAsync(EdgeRouter router, string method, string path)
    {
        using var req = new HttpRequestMessage(new(method), path);
        using var response = await router.Handler()(req, new());
        return await response.Content.ReadAsStringAsync();
    }
}
