using System.Runtime.CompilerServices;

// What was compiled against the netstandard2.0 build names this type as one of that build's own in the signatures of init accessors. Programs on .NET get the other build: without this they would not find a method.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
