//go:build go1.23

package asmcalls

// Each yields nothing.
func Each(yield func(int64) bool)

func ranges() {
	for x := range Each {
		counted += x
		Nop()
	}
	for x := range 3 {
		defer Nop()
		counted += int64(x)
	}
}
