using System;
using GoAbi.Source;

namespace GoAbi.Go;

internal sealed class GoModFileParser(SourceFile file)
{
    public GoModFile Parse() => throw new NotImplementedException(file.Path);
}
