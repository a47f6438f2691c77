// Package calls has assembly that passes arguments where the callee doesn't look.
package calls

type node struct{ next *node }

func visit(kind int32, p *node) bool    { return kind == 0 || p == nil }
func pair(a, b int32) (low, high int32) { return b, a }
func text(s string) (n int, ok bool)    { return len(s), true }
func blank(_ int, b int)                { println(b) }

func straddles(p *node)
func never(p *node)
func overwrites()
func partly()
func loads()
func wide() bool
func throughRegister()
func indirect()
