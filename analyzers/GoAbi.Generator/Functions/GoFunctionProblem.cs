namespace GoAbi.Generator;

/// <summary>What is wrong with a <c>[GoFunction]</c> attribute, and where.</summary>
/// <param name="Id">GOABI91nn.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Argument">The attribute's argument: "signature" or a property's name; "" for the type itself.</param>
/// <param name="Start">Where in the argument's text; -1 for all of it.</param>
/// <param name="Length">How much of it.</param>
internal sealed record GoFunctionProblem(string Id, string Message, string Argument, int Start = -1, int Length = 0);
