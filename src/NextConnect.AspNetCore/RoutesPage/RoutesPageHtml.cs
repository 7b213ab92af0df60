using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace NextConnect;

/// <summary>Writes the page: plain HTML without a script, every text encoded.</summary>
internal static class RoutesPageHtml
{
    private const string Head =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Routes</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; max-width: 70rem }
        code, input, pre { font: 14px/1.5 ui-monospace, monospace }
        ul { padding-left: 1.5rem; list-style: none; border-left: 1px solid #ccc }
        td { padding: 0 1rem 0 0 } .match { font-weight: bold } .no { color: #666 }
        </style>
        </head>
        <body>
        <h1>Routes</h1>

        """;

    public static string Render(IReadOnlyList<LayerInfo> layers, RoutesPageQuery query, RouteExplanation? explanation)
    {
        var html = new StringBuilder(Head);
        AppendForm(html, query);
        if (explanation is not null)
            AppendExplanation(html, explanation);
        else if (query.Path is not null)
            html.Append("<p id=\"error\">That is not a path. Type the part after the host, such as /users/7.</p>\n");
        html.Append("<h2>All routes</h2>\n<div id=\"tree\">\n");
        AppendTree(html, RouteTree.Of(layers));
        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static void AppendForm(StringBuilder html, RoutesPageQuery query) => html.Append(CultureInfo.InvariantCulture,
        $"""
        <form method="get">
        <input name="method" size="8" aria-label="Method" value="{Encode(query.Method)}">
        <input name="path" size="40" aria-label="Path" placeholder="/users/7" value="{Encode(query.Path ?? "")}">
        <label><input type="checkbox" name="allow"{Checked(query.Options.HandleMethodNotAllowed)}> HandleMethodNotAllowed</label>
        <label><input type="checkbox" name="options"{Checked(query.Options.HandleOptions)}> HandleOptions</label>
        <button>Explain</button>
        </form>

        """);

    private static void AppendExplanation(StringBuilder html, RouteExplanation explanation)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(explanation.Method)} {Encode(explanation.Path)}</h2>\n<table id=\"layers\">\n");
        foreach (var layer in explanation.Layers)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr class=\"{(layer.IsMatch ? "match" : "no")}\"><td>{layer.Layer.Order}"
                + $"<td><code>{Encode(layer.Layer.ToString())}</code><td>{Encode(layer.Summary)}\n");
        }
        html.Append("</table>\n");
        foreach (var (name, value) in explanation.Params)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"param\"><code>{Encode(name)} = {Encode(value ?? "null")}</code></p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p id=\"end\">{Encode(explanation.Summary)}</p>\n");
    }

    private static void AppendTree(StringBuilder html, RouteTree node)
    {
        html.Append("<ul>\n");
        foreach (var layer in node.Layers)
            html.Append(CultureInfo.InvariantCulture, $"<li><code>{Encode(layer.ToString())}</code> ({layer.Order})\n");
        foreach (var child in node.Children)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><code>/{Encode(child.Segment)}</code>\n");
            AppendTree(html, child);
        }
        html.Append("</ul>\n");
    }

    private static string Checked(bool isChecked) => isChecked ? " checked" : "";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
