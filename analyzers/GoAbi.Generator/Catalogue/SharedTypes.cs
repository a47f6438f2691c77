namespace GoAbi.Generator;

/// <summary>The types that catalogues of all packages of a namespace share.</summary>
internal static class SharedTypes
{
    /// <summary>Their C#.</summary>
    public const string Text = """
        /// <summary>A call from or to assembly, a wrapper or a stub of cgo.</summary>
        internal sealed class GoCall
        {
            internal GoCall(string caller, string callee, string calleeSymbol, int @case, string relation, string kind, bool isDirect, string abi, string wrapper, string certainty, string place, int instruction)
            {
                Caller = caller;
                Callee = callee;
                CalleeSymbol = calleeSymbol;
                Case = @case;
                Relation = relation;
                Kind = kind;
                IsDirect = isDirect;
                Abi = abi;
                Wrapper = wrapper;
                Certainty = certainty;
                Place = place;
                Instruction = instruction;
            }

            /// <summary>The calling function, as go/types names it.</summary>
            internal string Caller { get; }

            /// <summary>The called function, as go/types names it; "" where it is not known.</summary>
            internal string Callee { get; }

            /// <summary>The linker's name of the called function; "" where it is not known.</summary>
            internal string CalleeSymbol { get; }

            /// <summary>3: Go to assembly, 4: through a func value, by the wrapper, 5: assembly to assembly, 6: assembly to Go, by the wrapper; 0: see <see cref="Relation"/>.</summary>
            internal int Case { get; }

            /// <summary>What the cases do not say; "" for nothing.</summary>
            internal string Relation { get; }

            /// <summary>How the call is written: call, go, defer, range, jump, return.</summary>
            internal string Kind { get; }

            /// <summary>False where the callee is reached through a value.</summary>
            internal bool IsDirect { get; }

            /// <summary>The convention of the entry that is called: ABI0 or ABIInternal.</summary>
            internal string Abi { get; }

            /// <summary>The linker's name of the wrapper that is called; "" where the call reaches the body itself.</summary>
            internal string Wrapper { get; }

            /// <summary>exact, may, unknown.</summary>
            internal string Certainty { get; }

            /// <summary>The file, in Go files with the line.</summary>
            internal string Place { get; }

            /// <summary>In assembly the number of the instruction in its TEXT, from 0; -1 in Go files.</summary>
            internal int Instruction { get; }
        }

        /// <summary>A finding of one of GoAbi's rules.</summary>
        internal sealed class GoFinding
        {
            internal GoFinding(string rule, string severity, string certainty, string message, string function, string file)
            {
                Rule = rule;
                Severity = severity;
                Certainty = certainty;
                Message = message;
                Function = function;
                File = file;
            }

            /// <summary>The rule's id.</summary>
            internal string Rule { get; }

            /// <summary>info, warning, error.</summary>
            internal string Severity { get; }

            /// <summary>must, may.</summary>
            internal string Certainty { get; }

            /// <summary>What is wrong.</summary>
            internal string Message { get; }

            /// <summary>The function, as go/types names it; "" outside of functions.</summary>
            internal string Function { get; }

            /// <summary>The file.</summary>
            internal string File { get; }
        }
        """;
}
