using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NextConnect;

/// <summary>
/// A hash table from a state's literals to the next states; ordinal, ignoring case. A complete table has all literals, and their states are filled in when
/// first needed; any other table has those that requests have needed. Searches take no lock.
/// </summary>
internal sealed class LiteralTable
{
    private static readonly Entry[] NoEntries = new Entry[1];

    private Entry[] _entries = NoEntries;

    private LiteralTable(bool isComplete) => IsComplete = isComplete;

    public bool IsComplete { get; }

    public int Count { get; private set; }

    /// <summary>Makes a table of all literals.</summary>
    public static LiteralTable Of(IEnumerable<string> literals)
    {
        var table = new LiteralTable(isComplete: true);
        foreach (var literal in literals.Distinct(StringComparer.OrdinalIgnoreCase))
            table.Add(literal, null);
        return table;
    }

    /// <summary>Makes a table that will have the literals that requests need.</summary>
    public static LiteralTable Incomplete() => new(isComplete: false);

    /// <summary>Returns a reference to the state after a segment (null until it is made); a null reference when the table lacks the segment.</summary>
    public ref DfaState? Find(ReadOnlySpan<char> segment)
    {
        var hash = Hash(segment);
        var entries = Volatile.Read(ref _entries);
        for (var index = (int)hash; ; index++)
        {
            ref var entry = ref entries[index & (entries.Length - 1)];
            if (Volatile.Read(ref entry.Literal) is not { } literal)
                return ref Unsafe.NullRef<DfaState?>();
            if (entry.Hash == hash && (segment.SequenceEqual(literal) || segment.Equals(literal, StringComparison.OrdinalIgnoreCase)))
                return ref entry.Next;
        }
    }

    /// <summary>Adds a literal that the table lacks. One thread at a time; others may search meanwhile.</summary>
    public void Add(string literal, DfaState? next)
    {
        Count++;
        if (Count * 2 > _entries.Length)
        {
            var larger = new Entry[BitOperations.RoundUpToPowerOf2((uint)Count * 2)];
            foreach (var entry in _entries)
            {
                if (entry.Literal is not null)
                    Place(larger, entry);
            }
            Volatile.Write(ref _entries, larger);
        }
        Place(_entries, new() { Literal = literal, Next = next, Hash = Hash(literal) });
    }

    private static void Place(Entry[] entries, Entry entry)
    {
        var index = (int)entry.Hash;
        while (entries[index & (entries.Length - 1)].Literal is not null)
            index++;
        ref var place = ref entries[index & (entries.Length - 1)];
        place.Next = entry.Next;
        place.Hash = entry.Hash;
        Volatile.Write(ref place.Literal, entry.Literal); // last: a search that finds the literal finds the rest
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
