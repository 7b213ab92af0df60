using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Users;

/// <summary>Text that is safe in a page: <c>HtmlText.Of($"…{value}…")</c> encodes every value, except another <see cref="HtmlText"/>.</summary>
internal sealed class HtmlText
{
    private readonly string _text;

    private HtmlText(string text) => _text = text;

    public static HtmlText Of(Template template) => new(template.ToString());

    /// <summary>Takes text as it is: only for constants of this program.</summary>
    public static HtmlText Raw(string text) => new(text);

    public static HtmlText Join(IEnumerable<HtmlText> parts) => new(string.Concat(parts));

    public override string ToString() => _text;

    /// <summary>The compiler calls it with the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + 16 * formattedCount);

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(HtmlText html) => _text.Append(html);

        public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public override string ToString() => _text.ToString();
    }
}
