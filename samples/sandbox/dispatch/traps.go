// Package dispatch hands traps to their entries. It keeps two kinds of tables:
// func values, which Go calls, and code addresses, which assembly calls.
package dispatch

import (
	"runtime"
	"sync/atomic"
)

// The traps that there are entries for: indices into handlers and vectors.
const (
	DivideError = iota
	Breakpoint
	PageFault
)

// handlers are Go functions called by Go code through their func values.
var handlers = [...]func() string{
	DivideError: func() string { return "divide error" },
	Breakpoint:  func() string { return "breakpoint" },
	PageFault:   func() string { return "page fault" },
}

var lastTrap uintptr

// LastTrap describes the trap that assembly has told Go of.
func LastTrap() string { return handlers[lastTrap]() }

// report is called from assembly, through the wrapper that the toolchain makes for that.
func report(trap uintptr) { lastTrap = trap }

// mixers holds mix, which is assembly, as a func value. Go calls it through its
// wrapper, and that is right: no address of code is taken here.
var mixers = [...]func(a, b uint64) uint64{
	mix,
	func(a, b uint64) uint64 { return a - b },
}

// Mix calls one of the mixers.
func Mix(n int, a, b uint64) uint64 { return mixers[n](a, b) }

// traps is counted up by countTrap, in assembly, and by raise.
var traps uint32

// CountThree counts three traps more and returns how many there have been.
func CountThree() uint32 {
	before := atomic.LoadUint32(&traps)
	countTwo()
	go countTrap()
	for atomic.LoadUint32(&traps) != before+3 {
		runtime.Gosched()
	}
	return before + 3
}

func countTwo() {
	defer countTrap()
	countTrap()
}
