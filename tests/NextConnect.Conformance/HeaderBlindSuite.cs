namespace NextConnect.Conformance;

/// <summary>R22: no request header ever changes routing, params or which layers run.</summary>
public abstract class HeaderBlindSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    private static readonly string[] Tempting =
    [
        "x-middleware-subrequest", "x-http-method-override", "x-http-method", "x-method-override", "x-original-url", "x-rewrite-url", "x-forwarded-prefix",
        "x-forwarded-path", "x-forwarded-uri", "x-original-uri", "x-matched-path", "x-invoke-path", "x-nextjs-data", "x-isr", "x-params", "x-base-path",
    ];

    private static readonly string[] Values =
        ["DELETE", "/public", "/admin/8", "1", "true", "middleware:middleware:middleware:middleware:middleware", "src/middleware", "id=8", "../public"];

    [Fact]
    public async Task Tempting_headers_change_nothing()
    {
        foreach (var name in Tempting)
        {
            foreach (var value in Values)
                await ShouldChangeNothingAsync(new Dictionary<string, string> { [name] = value });
        }
    }

    [Fact]
    public async Task Random_headers_change_nothing()
    {
        const int Seed = 22;
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var count = random.Next(1, 8); count > 0; count--)
                headers["x-" + new string(random.GetItems("abcdefghijklmnopqrstuvwxyz-".AsSpan(), random.Next(1, 20)))] = Values[random.Next(Values.Length)];
            await ShouldChangeNothingAsync(headers);
        }
    }

    private async Task ShouldChangeNothingAsync(Dictionary<string, string> headers)
    {
        var ran = new List<string>();
        THandler Note(string id) => Handler(call =>
        {
            ran.Add(id);
            return call.NextAsync();
        });
        var router = NewRouter().Use(Note("global"))
            .Use("/admin", Note("guard"))
            .Delete("/admin/:id", Note("delete")).Get("/public", Note("public")).Get("/admin/:id", AnswerParams());

        var answer = await SendAsync(router, new TestRequest("GET", "/admin/7") { Headers = headers });

        ran.ShouldBe(["global", "guard"], string.Join(", ", headers));
        answer.Body.ShouldBe("id=7");
    }
}
