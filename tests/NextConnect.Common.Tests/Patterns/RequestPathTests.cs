namespace NextConnect.Common.Tests;

/// <summary>The path of a request that no server has read before.</summary>
public sealed class RequestPathTests
{
    /// <summary>Gets raw targets and what Kestrel 10.0.12 showed as <c>HttpRequest.Path</c> for them.</summary>
    public static TheoryData<string, string> Measured => new()
    {
        { "/dashboard", "/dashboard" },
        { "/dashboard/secret.txt", "/dashboard/secret.txt" },
        { "/dashboard/", "/dashboard/" },
        { "/dashboard//", "/dashboard//" },
        { "//dashboard", "//dashboard" },
        { "//dashboard/secret.txt", "//dashboard/secret.txt" },
        { "///dashboard/secret.txt", "///dashboard/secret.txt" },
        { "/dashboard//secret.txt", "/dashboard//secret.txt" },
        { "/DASHBOARD/secret.txt", "/DASHBOARD/secret.txt" },
        { "/DashBoard", "/DashBoard" },
        { "/%E2%84%AAey", "/\u212Aey" },
        { "/dashboard/%C4%B1d", "/dashboard/\u0131d" },
        { "/%64ashboard", "/dashboard" },
        { "/%64ashboard/secret.txt", "/dashboard/secret.txt" },
        { "/%64%61%73%68%62%6F%61%72%64", "/dashboard" },
        { "/%2564ashboard", "/%64ashboard" },
        { "/dashboard%2Fsecret.txt", "/dashboard%2Fsecret.txt" },
        { "/dashboard%2fsecret.txt", "/dashboard%2fsecret.txt" },
        { "/%2Fdashboard", "/%2Fdashboard" },
        { "/dashboard%252Fsecret.txt", "/dashboard%2Fsecret.txt" },
        { "/dashboard\\secret.txt", "/dashboard\\secret.txt" },
        { "/\\dashboard", "/\\dashboard" },
        { "/dashboard%5Csecret.txt", "/dashboard\\secret.txt" },
        { "/./dashboard", "/dashboard" },
        { "/public/../dashboard", "/dashboard" },
        { "/dashboard/../public", "/public" },
        { "/../../dashboard", "/dashboard" },
        { "/public/%2e%2e/dashboard", "/dashboard" },
        { "/public/.%2E/dashboard", "/dashboard" },
        { "/public/%252e%252e/dashboard", "/public/%2e%2e/dashboard" },
        { "/public/..%2Fdashboard", "/public/..%2Fdashboard" },
        { "/public%2F%2e%2e%2Fdashboard", "/public%2F..%2Fdashboard" },
        { "/public/..\\dashboard", "/public/..\\dashboard" },
        { "/dashboard.", "/dashboard." },
        { "/dashboard/.", "/dashboard/" },
        { "/dashboard/x/..", "/dashboard/" },
        { "/dashboard;a=b/secret.txt", "/dashboard;a=b/secret.txt" },
        { "/dashboard;jsessionid=1", "/dashboard;jsessionid=1" },
        { "/dashboard%3Ba=b", "/dashboard;a=b" },
        { "/public/..;/dashboard", "/public/..;/dashboard" },
        { "/dashboard%3Fx", "/dashboard?x" },
        { "/public", "/public" },
        { "/dashboard%23x", "/dashboard#x" },
        { "/dashboard%0d%0aX-Injected:1", "/dashboard\r\nX-Injected:1" },
        { "/dashboard%20", "/dashboard " },
        { "/dashboard%09", "/dashboard\t" },
        { "/dash+board", "/dash+board" },
        { "/%FFdashboard", "/%FFdashboard" },
        { "/dashboard/%FF", "/dashboard/%FF" },
        { "/dashboard%C0%AFsecret.txt", "/dashboard%C0%AFsecret.txt" },
        { "/public/%C0%AE%C0%AE/dashboard", "/public/%C0%AE%C0%AE/dashboard" },
        { "/%ED%A0%80dashboard", "/%ED%A0%80dashboard" },
        { "/%zzdashboard", "/%zzdashboard" },
        { "/dashboard%2", "/dashboard%2" },
        { "/dashboard%", "/dashboard%" },
        { "/%u0064ashboard", "/%u0064ashboard" },
        { "/caf%C3%A9", "/caf\u00E9" },
        { "/cafe%CC%81", "/cafe\u0301" },
        { "/%EF%BD%84ashboard", "/\uFF44ashboard" },
        { "/dashboard%EF%BC%8Fsecret.txt", "/dashboard\uFF0Fsecret.txt" },
        { "/dash%E2%80%8Bboard", "/dash\u200Bboard" },
        { "/%EF%BB%BFdashboard", "/\uFEFFdashboard" },
        { "/dashboard/%E2%80%AEtxt", "/dashboard/\u202Etxt" },
        { "/public/.../dashboard", "/public/.../dashboard" },
        { "/%7Edashboard", "/~dashboard" },
        { "/dashboard/100%25", "/dashboard/100%" },
        { "/%3Aid", "/:id" },
        { "/dashboard/__proto__", "/dashboard/__proto__" },
    };

    [Theory]
    [MemberData(nameof(Measured))]
    public void Canonicalize_gives_the_path_that_Kestrel_gave(string raw, string path) =>
        RequestPath.Canonicalize(raw).ShouldBe(path);

    [Theory]
    [InlineData("", "")]
    [InlineData("*", "*")]
    [InlineData("/..", "/")]
    [InlineData("/.", "/")]
    [InlineData("/a/..", "/")]
    [InlineData("/a/b/..", "/a/")]
    [InlineData("/a/./b/.", "/a/b/")]
    [InlineData("/a//../b", "/a/b")]
    [InlineData("/a/.../..b/.c", "/a/.../..b/.c")]
    [InlineData("/.a/..", "/")]
    [InlineData("/a%2F..", "/a%2F..")]
    [InlineData("/%2f%2F%252F", "/%2f%2F%2F")]
    [InlineData("/%2e%2E/%2e", "/")]
    [InlineData("/%F0%9F%98%80", "/\U0001F600")]
    [InlineData("/%F0%9F%98", "/%F0%9F%98")]
    public void Canonicalize_decodes_once_and_resolves_dot_segments(string raw, string path) => RequestPath.Canonicalize(raw).ShouldBe(path);

    [Theory]
    [InlineData("http://h/a%20b/%63?x=/../y#z", "/a b/c")]
    [InlineData("http://h", "/")]
    [InlineData("http://h/a%2Fb/%252e%252e/c", "/a%2Fb/%2e%2e/c")]
    [InlineData("/a/../b?x#y", "/b")]
    [InlineData("/a#y", "/a")]
    [InlineData("a/b", "/a/b")]
    [InlineData("?x=1", "/")]
    [InlineData("", "/")]
    [InlineData("//host/a", "//host/a")]
    public void Of_reads_absolute_and_relative_addresses(string address, string path) =>
        RequestPath.Of(new Uri(address, address is ['h', ..] ? UriKind.Absolute : UriKind.Relative)).ShouldBe(path);

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("/a b/é/\u2028/\uD800/\u0080")]
    [InlineData("/.../..a/a../.a/a.")]
    [InlineData("/a//b/")]
    [InlineData("/%2e%2e/%2F..")]
    public void Path_may_be_routed(string path) => RequestPath.IsRoutable(path).ShouldBeTrue();

    [Theory]
    [InlineData("/.")]
    [InlineData("/..")]
    [InlineData("/a/../b")]
    [InlineData("/a/./b")]
    [InlineData("/.a/..")]
    [InlineData("/a//..")]
    public void Path_with_a_dot_segment_may_not_be_routed(string path) => RequestPath.IsRoutable(path).ShouldBeFalse();

    [Fact]
    public void Path_with_a_control_character_may_not_be_routed()
    {
        for (var character = '\0'; character <= '\u00FF'; character++)
            RequestPath.IsRoutable($"/a{character}b").ShouldBe(character is >= ' ' and not '\x7F', $"U+{(int)character:X4}");
    }

    [Fact]
    public void Canonical_path_of_any_target_has_no_dot_segment()
    {
        string[] pieces = ["/", ".", "..", "a", "%2e", "%2F", "%252e", "//", "%C0%AE"];
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
            RequestPath.IsRoutable(RequestPath.Canonicalize("/" + string.Concat(random.GetItems(pieces, random.Next(8))))).ShouldBeTrue();
    }
}
