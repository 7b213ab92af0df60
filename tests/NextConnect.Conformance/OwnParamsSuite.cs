using System.Text.RegularExpressions;

namespace NextConnect.Conformance;

/// <summary>R6: while a layer runs, the names in its own pattern have the values that its own pattern matched.</summary>
public abstract class OwnParamsSuite<TRouter, THandler, TEndpoint>(IRouterHarness<TRouter, THandler, TEndpoint> harness)
    : RouterSuite<TRouter, THandler, TEndpoint>(harness)
    where TRouter : RouterBase<TRouter, THandler, TEndpoint>
    where THandler : Delegate
    where TEndpoint : Delegate
{
    [Theory]
    [InlineData("/accounts/victim/orders/mine", 403)]
    [InlineData("/accounts/mine/orders/7", 200)]
    public async Task Guard_judges_the_segment_that_it_names(string path, int status)
    {
        var guard = Handler(call => call.Params["id"] == "mine" ? call.NextAsync() : call.WriteAsync("", 403));
        var router = NewRouter().Use("/accounts/:id", guard).Get("/accounts/:account/orders/:id", Answer("order"));

        (await GetAsync(router, path)).Status.ShouldBe(status);
        (await GetAsync(NewRouter().Use("/api/:tenant", router), "/api/acme" + path)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_later_route_changes_nothing_for_the_one_that_responds()
    {
        var router = NewRouter().Get("/users/:id", AnswerParams()).All("/:id/*", Answer("later"));

        (await GetAsync(router, "/users/7")).Body.ShouldBe("*=7 id=7");
    }

    [Theory]
    [InlineData("/:id", "/users/:id", "/users/7", "id=users", "id=7")]
    [InlineData("/:id?", "/users/:id?", "/users", "id=users", "id=null")]
    [InlineData("/:a/:id", "/:id/:a", "/x/y", "a=x id=y", "a=y id=x")]
    [InlineData("/:file.txt", "/*file", "/a.txt", "file=a", "file=a.txt")]
    [InlineData("/users/*", "*", "/users/7", "*=7", "*=users/7")]
    public async Task Next_restores_what_the_caller_saw(string first, string second, string path, string seenByFirst, string seenBySecond)
    {
        await GetAsync(NewRouter().Use(first, Watch()).Use(second, Watch()).Get(Answer("end")), path);

        Ran.ShouldBe($"{seenByFirst}, {seenBySecond}, end {seenBySecond}, {seenByFirst},");

        THandler Watch() => Handler(async call =>
        {
            Log($"{Show(call.Params)},");
            await Task.Yield();
            await call.NextAsync();
            Log($"{Show(call.Params)},");
        });
    }

    [Fact]
    public async Task A_layer_keeps_its_own_when_one_before_it_has_not_awaited_next()
    {
        var passing = new TaskCompletionSource();
        var guarding = new TaskCompletionSource();
        string? seen = null;
        var impatient = Handler(call =>
        {
            _ = call.NextAsync();
            return passing.Task;
        });
        var guard = Handler(async call =>
        {
            passing.SetResult();
            await guarding.Task;
            seen = call.Params["id"];
            await call.NextAsync();
        });

        var answer = GetAsync(NewRouter().Use("/:id", impatient).Use("/users/:id", guard).Get("/:id/*", Answer("end")), "/users/7");
        guarding.SetResult();
        await answer;

        seen.ShouldBe("7");
    }

    [Fact]
    public async Task What_fails_behind_next_restores_it_too()
    {
        var first = Handler(async call =>
        {
            try
            {
                await call.NextAsync();
            }
            catch (InvalidOperationException)
            {
                await call.WriteAsync(Show(call.Params));
            }
        });

        var answer = await GetAsync(NewRouter().Use("/:id", first).Get("/users/:id", Endpoint(_ => throw new InvalidOperationException())), "/users/7");

        answer.Body.ShouldBe("id=users");
    }

    [Fact]
    public async Task The_base_path_of_a_mount_is_part_of_the_layers_own_pattern()
    {
        var guard = Handler(call =>
        {
            Log(Show(call.Params));
            return call.NextAsync();
        });
        var inner = NewRouter().Use(guard).Use("/:id", NewRouter().Use(guard).Get("/end", AnswerParams()));

        var answer = await GetAsync(NewRouter().Use("/:id", inner), "/outer/inner/end");

        Ran.ShouldBe("id=outer id=inner");
        answer.Body.ShouldBe("id=inner");
    }

    [Theory]
    [InlineData("/about", "lang=null")]
    [InlineData("/en/about", "lang=en")]
    public async Task An_optional_base_path_has_the_value_that_the_whole_pattern_gives_it(string path, string seen)
    {
        var router = NewRouter().Use("/:lang?", NewRouter().Use(Pass("any")).Get("/about", AnswerParams()));

        (await GetAsync(router, path)).Body.ShouldBe(seen);
    }

    [Fact]
    public async Task A_group_of_an_expression_is_a_name_of_its_pattern()
    {
        var router = NewRouter().Use(new Regex("^/(?<id>[a-z]+)/"), Handler(async call =>
        {
            Log(Show(call.Params));
            await call.NextAsync();
        })).Get("/users/:id", AnswerParams());

        (await GetAsync(router, "/users/7")).Body.ShouldBe("id=7");
        Ran.ShouldBe("id=users");
    }

    [Fact]
    public async Task Values_already_on_the_request_win_over_every_layer()
    {
        var request = new TestRequest("GET", "/users/7") { Params = RoutePattern.Parse("/:id").Match("/preset")! };
        var guard = Handler(call =>
        {
            Log(Show(call.Params));
            return call.NextAsync();
        });

        (await SendAsync(NewRouter().Use("/:id", guard).Get("/users/:id", AnswerParams()), request)).Body.ShouldBe("id=preset");
        Ran.ShouldBe("id=preset");
    }

    [Fact]
    public async Task OnNoMatch_sees_all_layers_merged()
    {
        var options = new TestOptions { OnNoMatch = call => call.WriteAsync(Show(call.Params), 404) };

        var answer = await GetAsync(NewRouter().Get("/:id/*", Pass("a")).Get("/users/:id", Pass("b")), "/users/7", options);

        answer.Body.ShouldBe("*=7 id=7");
    }

    [Theory]
    [InlineData("/:ID", "/:id")]
    [InlineData("/:id", "/:ID")]
    public async Task Case_does_not_tell_names_apart(string first, string second)
    {
        string? read = null;
        var endpoint = Endpoint(call =>
        {
            read = $"{call.Params["id"]} {call.Params["ID"]} {call.Params.Count}";
            return call.WriteAsync("");
        });

        await GetAsync(NewRouter().Use(first, Pass("a")).Get(second, endpoint), "/7");

        read.ShouldBe("7 7 1");
        Should.Throw<ArgumentException>(() => NewRouter().Get("/:id/:ID", endpoint)).Message.ShouldContain("'ID' is used twice");
    }

    /// <summary>What every layer sees is: all layers merged, then its own pattern's values, then what was there before.</summary>
    [Fact]
    public async Task Every_layer_of_a_random_table_sees_its_own()
    {
        string[] patterns =
        [
            "/:id", "/:a", "/:id/:a", "/:a/:id", "/x/:id", "/:id/x", "/:a/*", "/*", "/:id?", "/:a?/x", "/x/:id?", "/:id.txt", "/x/:a.txt", "/*id",
        ];
        string[] paths = ["/x", "/y", "/x/x", "/x/y", "/y/x", "/x/b.txt", "/b.txt", "/x/y/z"];
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var table = Enumerable.Range(0, random.Next(1, 6)).Select(_ => patterns[random.Next(patterns.Length)]).ToArray();
            var path = paths[random.Next(paths.Length)];
            var isAsync = random.Next(2) == 0;
            var matches = table.Select(pattern => RoutePattern.Parse(pattern).MatchPrefix(path)).OfType<RouteParams>().ToArray();
            var merged = matches.SelectMany(match => match).Aggregate(new Dictionary<string, string?>(), Set);
            var expected = matches.Select(own => Text(own.Aggregate(new Dictionary<string, string?>(merged), Set))).ToArray();
            List<string> seen = [], after = [];
            var router = NewRouter();
            foreach (var pattern in table)
            {
                router.Use(pattern, Handler(async call =>
                {
                    seen.Add(Show(call.Params));
                    if (isAsync)
                        await Task.Yield();
                    await call.NextAsync();
                    after.Insert(0, Show(call.Params));
                }));
            }

            await GetAsync(router.All(Answer("")), path);

            (string.Join(" | ", seen), string.Join(" | ", after))
                .ShouldBe((string.Join(" | ", expected), string.Join(" | ", expected)), $"seed {seed}: {path} in {string.Join(", ", table)}");
        }

        static Dictionary<string, string?> Set(Dictionary<string, string?> values, KeyValuePair<string, string?> value)
        {
            values[value.Key] = value.Value;
            return values;
        }
        static string Text(Dictionary<string, string?> values) =>
            string.Join(' ', values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value ?? "null"}"));
    }
}
