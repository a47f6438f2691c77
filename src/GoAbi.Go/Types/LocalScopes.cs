using System;

namespace GoAbi.Go;

/// <summary>
/// The blocks that are open at one point of a function (Go spec, "Blocks"). Not a chain of dictionaries: an array says for
/// each name of the tree which local it denotes now, and a log says what to put back when a block ends. Finding a name is
/// one read, and a block costs nothing but its declarations. Used again from file to file and, by one thread at a time, from
/// package to package: the numbers of names are a session's, and an array over all of them is too large to make anew.
/// </summary>
internal sealed class LocalScopes
{
    private const int MaxIdleNames = 1 << 20;

    private readonly GrowableArray<(int Name, int Before)> log = new();
    private readonly GrowableArray<(int LogStart, int Id)> open = new();
    private readonly GrowableArray<int> scopeOfLocal = new();
    private readonly GrowableArray<int> known = new();
    private int[] current = [];
    private int[] outside = [];
    private int lastId;

    [ThreadStatic]
    private static LocalScopes? idle;

    /// <summary>The declarations made so far.</summary>
    public GrowableArray<LocalData> Locals { get; } = new();

    /// <summary>True inside any block.</summary>
    public bool IsOpen => open.Count > 0;

    /// <summary>Scratch for one binding. What a binding that was stopped leaves behind is not used again.</summary>
    public static LocalScopes Rent()
    {
        var rented = idle ?? new LocalScopes();
        idle = null;
        return rented;
    }

    public void Return()
    {
        if (current.Length <= MaxIdleNames)
        {
            idle = this;
        }
    }

    /// <summary>Makes ready for another file.</summary>
    public void Reset(int nameCount)
    {
        for (var i = 0; i < known.Count; i++)
        {
            outside[known[i]] = NameUse.None;
        }

        known.Truncate(0);
        if (current.Length < nameCount)
        {
            current = new int[Math.Max(nameCount, 2 * current.Length)];
            outside = new int[current.Length];
        }

        Locals.Truncate(0);
        scopeOfLocal.Truncate(0);
        lastId = 0;
    }

    /// <summary>What a name denotes outside functions, once the file's first use of it has found out; else <see cref="NameUse.None"/>.</summary>
    public int Outside(int name) => outside[name];

    public void SetOutside(int name, int use)
    {
        outside[name] = use;
        known.Push(name);
    }

    public void Open() => open.Push((log.Count, ++lastId));

    public void Close()
    {
        var start = open.Pop().LogStart;
        while (log.Count > start)
        {
            var (name, before) = log.Pop();
            current[name] = before;
        }
    }

    /// <summary>The local that a name denotes here; -1 where no block declares it.</summary>
    public int Find(int name) => current[name] - 1;

    /// <summary>The local that the innermost block itself declares by that name; -1 where it does not.</summary>
    public int FindInInnermost(int name)
    {
        var local = current[name] - 1;
        return local >= 0 && scopeOfLocal[local] == open[open.Count - 1].Id ? local : -1;
    }

    /// <summary>
    /// Adds a local that no scope finds: a field, "_", a name of a function type's parameter.
    /// </summary>
    public int AddUnscoped(LocalData data)
    {
        Locals.Push(data);
        scopeOfLocal.Push(0);
        return Locals.Count - 1;
    }

    /// <summary>Declares a name in the innermost block. Where the block has it already, which is an error, the first stays.</summary>
    public int Declare(int name, LocalData data)
    {
        var local = AddUnscoped(data);
        if (FindInInnermost(name) < 0)
        {
            scopeOfLocal[local] = open[open.Count - 1].Id;
            log.Push((name, current[name]));
            current[name] = local + 1;
        }

        return local;
    }
}
