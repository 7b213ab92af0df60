using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using NextConnect.Edge.Tests.Support;

namespace NextConnect.Edge.Tests.Responses;

public sealed class EdgeResponseTests
{
    [Fact]
    public async Task Json_and_problem_documents_escape_only_what_JSON_requires()
    {
        using var json = EdgeResponse.Json(new { Error = "Aren't <ä> & \"x\\\u0001" });
        using var problem = EdgeResponse.Problem(System.Net.HttpStatusCode.BadRequest, "Aren't <ä>");

        (await json.Content.ReadAsStringAsync()).ShouldBe("""{"error":"Aren't <ä> & \"x\\\u0001"}""");
        (await problem.Content.ReadAsStringAsync()).ShouldContain("""
            "detail":"Aren't <ä>"
            """);
    }

    [Fact]
    public async Task Text_HTML_and_XML_have_their_media_types_and_UTF8()
    {
        using var text = EdgeResponse.Text("é");
        using var html = EdgeResponse.Html("<p>é</p>", HttpStatusCode.Created);
        using var xml = EdgeResponse.Xml("<rss/>", "text/xml");

        text.Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
        text.Header("X-Content-Type-Options").ShouldBe("nosniff");
        (await text.TextAsync()).ShouldBe("é");
        html.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        html.StatusCode.ShouldBe(HttpStatusCode.Created);
        xml.Header("Content-Type").ShouldBe("text/xml; charset=utf-8");
    }

    [Fact]
    public async Task Xml_of_a_tree_is_encoded_declared_and_refused_where_XML_cannot_hold_it()
    {
        using var xml = EdgeResponse.Xml(new XDocument(new XElement("title", "Fish & chips é")), "application/rss+xml");

        xml.Header("Content-Type").ShouldBe("application/rss+xml; charset=utf-8");
        (await xml.Content.ReadAsByteArrayAsync())[0].ShouldBe((byte)'<');
        (await xml.TextAsync()).ShouldBe("<?xml version=\"1.0\" encoding=\"utf-8\"?><title>Fish &amp; chips é</title>");
        Should.Throw<ArgumentException>(() => EdgeResponse.Xml(new XDocument(new XElement("title", "\u0001"))));
    }

    [Fact]
    public async Task Json_writes_with_type_information_and_by_reflection()
    {
        using var typed = EdgeResponse.Json(new(1, "Ada"), OrderJson.Default.Order);
        using var reflected = EdgeResponse.Json(new { UserName = "Ada" }, HttpStatusCode.Accepted);

        (await typed.TextAsync()).ShouldBe("""{"id":1,"name":"Ada"}""");
        typed.Header("Content-Type").ShouldBe("application/json");
        typed.Content.Headers.ContentLength.ShouldBe(21);
        (await reflected.TextAsync()).ShouldBe("""{"userName":"Ada"}""");
        reflected.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Bytes_Empty_and_NotFound_are_what_they_say()
    {
        using var bytes = EdgeResponse.Bytes(new byte[] { 1, 2 }, "image/png");
        using var empty = EdgeResponse.Empty();
        using var nothing = EdgeResponse.NotFound();
        using var named = EdgeResponse.NotFound("No such user");

        (await bytes.Content.ReadAsByteArrayAsync()).ShouldBe([1, 2]);
        bytes.Header("Content-Type").ShouldBe("image/png");
        empty.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nothing.TextAsync()).ShouldBe("");
        (await named.TextAsync()).ShouldBe("No such user");
    }

    [Fact]
    public async Task Problem_is_a_document_of_RFC_9457()
    {
        using var plain = EdgeResponse.Problem(HttpStatusCode.Conflict);
        using var full = EdgeResponse.Problem(
            HttpStatusCode.Forbidden, "Your balance is 30.", "Out of credit", new("https://example.com/credit"), [new("balance", "30")]);

        plain.Header("Content-Type").ShouldBe("application/problem+json");
        (await plain.TextAsync()).ShouldBe("""{"type":"about:blank","title":"Conflict","status":409}""");
        using var members = JsonDocument.Parse(await full.TextAsync());
        members.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["type", "title", "status", "detail", "balance"]);
        Should.Throw<ArgumentOutOfRangeException>(() => EdgeResponse.Problem(HttpStatusCode.OK));
    }
}
