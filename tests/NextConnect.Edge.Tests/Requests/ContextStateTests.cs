using NextConnect.Edge.Tests.Support;
using static NextConnect.Edge.Tests.Support.InMemory;

namespace NextConnect.Edge.Tests.Requests;

public sealed class ContextStateTests
{
    [Fact]
    public async Task What_a_layer_sets_later_layers_read_by_its_type()
    {
        var router = new EdgeRouter()
            .Use((_, ctx, next) =>
            {
                ctx.Set(new Order(7, "Ada"));
                ctx.Set(41);
                ctx.Set(42);
                return next();
            })
            .Get("/", (_, ctx) => EdgeResponse.Text($"{ctx.Require<Order>().Name} {ctx.Get<int>()} {ctx.Get<string>() ?? "none"}"));

        using var response = await router.SendAsync(Get("/"));

        (await response.TextAsync()).ShouldBe("Ada 42 none");
    }

    [Fact]
    public void Require_of_what_nobody_has_set_says_what_to_do()
    {
        var ctx = new EdgeContext();

        ctx.Get<Order>().ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => ctx.Require<Order>()).Message.ShouldContain("ctx.Set<Order>");
    }
}
