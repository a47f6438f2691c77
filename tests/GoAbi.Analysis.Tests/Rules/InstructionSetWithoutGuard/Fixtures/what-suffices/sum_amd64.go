package sum

import "example.com/what-suffices/cpu"

//go:noescape
func mixed(p *byte)

var (
	hasBoth = cpu.X86.HasAVX2 && cpu.X86.HasBMI2
	useIt   bool
	impl    = generic
	onArm   = cpu.X86.HasAVX2 && cpu.X86.HasBMI2 || cpu.ARM64.HasAES
)

func init() {
	if cpu.X86.HasBMI2 {
		useIt = hasBoth
	}
	if hasBoth {
		impl = mixed
	}
}

func generic(p *byte) {}

func Variable(p *byte) {
	if useIt {
		mixed(p)
	}
}

func EarlyReturn(p []byte) {
	if len(p) == 0 || !hasBoth {
		generic(nil)
		return
	}
	mixed(&p[0])
}

func Else(p *byte) {
	if !onArm {
		generic(p)
	} else {
		mixed(p)
	}
}

func Switch(p *byte) {
	switch {
	case p == nil:
		return
	case hasBoth:
		mixed(p)
	default:
		generic(p)
	}
}

func Default(p *byte) {
	switch {
	default:
		mixed(p)
	case !hasBoth:
		generic(p)
	}
}

func can() bool { return hasBoth && cpu.X86.HasPOPCNT }

func Function(p *byte) {
	if can() {
		func() { mixed(p) }()
	}
}

func Short(p *byte) bool {
	return hasBoth && call(p)
}

func call(p *byte) bool {
	mixed(p)
	return true
}

func FuncValue(p *byte) { impl(p) }

type fast struct{ n int }

func (f *fast) Write(p *byte) { mixed(p) }

type Writer interface{ Write(p *byte) }

type slow struct{}

func (slow) Write(p *byte) { generic(p) }

func New() Writer {
	if !hasBoth {
		return slow{}
	}
	return &fast{1}
}
