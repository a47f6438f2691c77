using System.Globalization;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Makes a key of texts: SHA-256 over each with its length, so that no two lists of texts run together.</summary>
internal sealed class KeyBuilder
{
    private readonly StringBuilder text = new();

    /// <param name="purpose">What the key is for; keys for different things never meet.</param>
    public KeyBuilder(string purpose) => Add(purpose);

    public KeyBuilder Add(string? part)
    {
        if (part is null)
        {
            text.Append("-;");
        }
        else
        {
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part).Append(';');
        }

        return this;
    }

    /// <summary>The key: 64 hexadecimal digits.</summary>
    public string ToKey() => SourceText.FromString(text.ToString()).ContentHash;
}
