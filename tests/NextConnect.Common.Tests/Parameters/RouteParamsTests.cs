using System.Collections;

namespace NextConnect.Common.Tests;

public sealed class RouteParamsTests
{
    private static readonly RouteParams Values = RoutePattern.Parse("/:a/:B/:c?").Match("/1/2")!;

    [Fact]
    public void Values_are_read_by_name_whatever_its_case()
    {
        Values["a"].ShouldBe("1");
        Values["B"].ShouldBe("2");
        Values["b"].ShouldBe("2");
        Values.TryGetValue("A", out _).ShouldBeTrue();
        Values.TryGetValue("d", out _).ShouldBeFalse();
    }

    [Fact]
    public void Absent_optional_is_there_with_a_null_value()
    {
        Values.TryGetValue("c", out var value).ShouldBeTrue();
        value.ShouldBeNull();
        Values.ContainsKey("c").ShouldBeTrue();
    }

    [Fact]
    public void Parameters_are_listed_in_the_order_of_the_pattern()
    {
        Values.Count.ShouldBe(3);
        Values.Keys.ShouldBe(["a", "B", "c"]);
        Values.Values.ShouldBe(["1", "2", null]);
        ((IEnumerable)Values).Cast<KeyValuePair<string, string?>>().ShouldBe(Values);
    }

    [Fact]
    public void Empty_has_nothing()
    {
        RouteParams.Empty.ShouldBeEmpty();
        RouteParams.Empty["wild"].ShouldBeNull();
        RoutePattern.Parse("/a").Match("/a").ShouldBeSameAs(RouteParams.Empty);
    }

    [Fact]
    public void Names_of_members_are_names_like_any_other()
    {
        var values = RoutePattern.Parse("/:__proto__/:constructor/:ToString/:Count").Match("/1/2/3/4")!;
        values.Values.ShouldBe(["1", "2", "3", "4"]);
        Values["__proto__"].ShouldBeNull();
        Values["Keys"].ShouldBeNull();
    }

    [Fact]
    public void Null_is_no_name() => Should.Throw<ArgumentNullException>(() => Values[null!]);
}
