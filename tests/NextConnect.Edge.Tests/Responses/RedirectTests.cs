using System.Net;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests.Responses;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("/login?from=%2Fa#top", "/login?from=%2Fa#top")]
    [InlineData("/", "/")]
    [InlineData("//evil.example", "/evil.example")]
    [InlineData("///evil.example", "/evil.example")]
    [InlineData("/\\evil.example", "/evil.example")]
    [InlineData("\\\\evil.example", "/evil.example")]
    [InlineData("/%09/evil.example", "/evil.example")]
    [InlineData("/%5cevil.example", "/evil.example")]
    [InlineData("/%0D%0Aevil", "/evil")]
    [InlineData("/café x", "/caf%C3%A9%20x")]
    [InlineData("/a\\b", "/a%5Cb")]
    [InlineData("/\u010A", "/%C4%8A")]
    [InlineData("/100%", "/100%")]
    public void Redirect_to_a_path_stays_on_the_site_and_is_ASCII(string path, string location)
    {
        using var response = EdgeResponse.Redirect(path);

        response.Header("Location").ShouldBe(location);
        response.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        var site = new Uri("https://site.example/folder/");
        new Uri(site, response.Headers.Location!).Host.ShouldBe("site.example");
    }

    [Theory]
    [InlineData("https:evil")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData("/\t/evil")]
    [InlineData("/a\r\nX: 1")]
    [InlineData("/a\0")]
    public void Redirect_refuses_what_is_no_path(string path)
    {
        Should.Throw<ArgumentException>(() => EdgeResponse.Redirect(path));
    }

    [Fact]
    public void Redirect_to_another_site_takes_a_Uri()
    {
        using var response = EdgeResponse.Redirect(new Uri("https://exämple.org/ä"), HttpStatusCode.PermanentRedirect);

        response.Header("Location").ShouldBe("https://xn--exmple-cua.org/%C3%A4");
        response.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("relative")]
    public void Redirect_refuses_addresses_that_are_not_http(string address)
    {
        Should.Throw<ArgumentException>(() => EdgeResponse.Redirect(new Uri(address, UriKind.RelativeOrAbsolute)));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, true)]
    [InlineData(303, true)]
    [InlineData(307, true)]
    [InlineData(308, true)]
    [InlineData(200, false)]
    [InlineData(304, false)]
    public void Redirect_has_a_status_that_redirects(int status, bool isOne)
    {
        var redirect = () => EdgeResponse.Redirect("/", (HttpStatusCode)status).Dispose();

        if (isOne)
            redirect.ShouldNotThrow();
        else
            redirect.ShouldThrow<ArgumentOutOfRangeException>();
    }
}
