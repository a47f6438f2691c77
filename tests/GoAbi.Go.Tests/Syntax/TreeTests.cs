using System.Linq;
using Xunit;

namespace GoAbi.Go.Tests.Syntax;

public sealed class TreeTests
{
    public static TheoryData<string, string> Names
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (file, name, _, _) in TreeCases.All())
            {
                data.Add(file, name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tree_is_the_one_beside_the_source(string file, string name)
    {
        var (_, _, source, expected) = TreeCases.All().Single(c => c.File == file && c.Name == name);
        Assert.Equal(expected, TreeCases.Actual(file, source));
    }
}
