// Sandbox prints what a sandbox's assembly sees of the addresses that its Go code took.
package main

import (
	"fmt"

	"example.com/sandbox/dispatch"
	"example.com/sandbox/guest"
	"example.com/sandbox/safecopy"
)

func main() {
	page := make([]byte, 5)
	left := safecopy.Copy(page, []byte("hello"))
	fmt.Printf("safecopy: copied %q, %d bytes left\n", page, left)
	fmt.Println("safecopy: fault inside memcpy recognised:", safecopy.FaultRecognised())
	fmt.Println("safecopy: fault inside memcpy in the recorded range:", safecopy.FaultInRange())

	const code = 6
	fmt.Println("dispatch: page fault entry found its error code:", dispatch.Raise(dispatch.PageFault, code) == code)
	fmt.Println("dispatch: Go was told of:", dispatch.LastTrap())
	fmt.Println("dispatch: breakpoint entry recognised:", dispatch.BreakpointRecognised())
	fmt.Println("dispatch: breakpoint entry is named", dispatch.BreakpointName())
	fmt.Println("dispatch: mixed through func values:", dispatch.Mix(0, 40, 2), dispatch.Mix(1, 40, 2))
	fmt.Println("dispatch: traps counted:", dispatch.CountThree())

	fmt.Println("guest: page starts with the trampoline's code:", guest.Loaded())
}
