using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NextConnect;

/// <summary>
/// A hash table from a state's literals to the next states; ordinal, ignoring case. Keys never change; states are filled in when first needed.
/// </summary>
internal sealed class LiteralTable
{
    private readonly Entry[] _entries;
    private readonly int _mask;

    private LiteralTable(HashSet<string> literals)
    {
        _entries = new Entry[BitOperations.RoundUpToPowerOf2((uint)literals.Count * 2)];
        _mask = _entries.Length - 1;
        foreach (var literal in literals)
        {
            var hash = Hash(literal);
            var index = (int)hash & _mask;
            while (_entries[index].Literal is not null)
                index = (index + 1) & _mask;
            _entries[index] = new Entry { Literal = literal, Hash = hash };
        }
    }

    /// <summary>Makes the table of all literals of some nodes; null without any.</summary>
    public static LiteralTable? Of(PatternNode[] nodes)
    {
        var literals = new HashSet<string>(nodes.SelectMany(node => node.Literals?.Keys ?? Enumerable.Empty<string>()), StringComparer.OrdinalIgnoreCase);
        return literals.Count == 0 ? null : new(literals);
    }

    /// <summary>Returns a reference to the state after a segment (null until it is made); a null reference when the segment is not a literal here.</summary>
    public ref DfaState? Find(ReadOnlySpan<char> segment)
    {
        var hash = Hash(segment);
        var entries = _entries;
        for (var index = (int)hash & _mask; ; index = (index + 1) & _mask)
        {
            ref var entry = ref entries[index];
            if (entry.Literal is not { } literal)
                return ref Unsafe.NullRef<DfaState?>();
            if (entry.Hash == hash && (segment.SequenceEqual(literal) || segment.Equals(literal, StringComparison.OrdinalIgnoreCase)))
                return ref entry.Next;
        }
    }

    /// <summary>
    /// Mixes the length with the first and last four characters, folded to lower case. Beyond ASCII, where case is more than one bit, only the length counts:
    /// no such character equals an ASCII one.
    /// </summary>
    private static uint Hash(ReadOnlySpan<char> segment)
    {
        const ulong fold = 0x0020_0020_0020_0020;
        const ulong nonAscii = 0xFF80_FF80_FF80_FF80;

        ulong first, last;
        var bytes = MemoryMarshal.AsBytes(segment);
        if (segment.Length >= 4)
        {
            first = MemoryMarshal.Read<ulong>(bytes);
            last = MemoryMarshal.Read<ulong>(bytes[^8..]);
        }
        else if (segment.Length >= 2)
        {
            first = MemoryMarshal.Read<uint>(bytes);
            last = MemoryMarshal.Read<uint>(bytes[^4..]);
        }
        else
        {
            first = last = segment.IsEmpty ? 0u : segment[0];
        }
        if (((first | last) & nonAscii) != 0)
            first = last = 0;

        var mixed = ((first | fold) * 0x9E37_79B9_7F4A_7C15) + ((last | fold) * 0xC2B2_AE3D_27D4_EB4F) + (uint)segment.Length;
        return (uint)(mixed >> 32) ^ (uint)(mixed >> 51);
    }

    private struct Entry
    {
        public string? Literal;
        public DfaState? Next;
        public uint Hash;
    }
}
