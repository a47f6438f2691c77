using System;

namespace GoAbi.Cli;

/// <summary>Arguments that can't be used together or at all; the message goes to the user, the exit status is 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
