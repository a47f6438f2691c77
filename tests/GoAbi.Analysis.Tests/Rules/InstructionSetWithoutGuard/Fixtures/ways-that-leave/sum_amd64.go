package sum

import (
	"errors"
	"log"

	"example.com/ways-that-leave/cpu"
)

var hasAVX2 = cpu.X86.HasAVX2

//go:noescape
func sum(p *byte)

//go:noescape
func argument(p *byte, wide bool)

//go:noescape
func register(p *byte)

//go:noescape
func address(p *byte)

//go:noescape
func setcc(p *byte, n int)

func generic(p *byte) {}

func ElseIf(p *byte) {
	if p == nil {
		return
	} else if !hasAVX2 {
		generic(p)
		return
	}
	sum(p)
}

func BothLeave(p *byte) int {
	if !hasAVX2 {
		if p == nil {
			return 1
		} else {
			return 2
		}
	}
	sum(p)
	return 0
}

func ElseLeaves(p *byte) {
	if hasAVX2 {
		generic(p)
	} else {
		return
	}
	sum(p)
}

func Default(p *byte) {
	switch {
	case hasAVX2:
	default:
		generic(p)
		return
	}
	sum(p)
}

func Inner(p *byte) {
	{
		if !hasAVX2 {
			return
		}
	}
	sum(p)
}

func check() error {
	if !hasAVX2 {
		return errors.New("no AVX2")
	}
	return nil
}

func Checked(p *byte) error {
	if err := check(); err != nil {
		return err
	}
	sum(p)
	return nil
}

func must() {
	if !hasAVX2 {
		panic("no AVX2")
	}
}

func Must(p *byte) {
	must()
	sum(p)
}

func Fatal(p *byte) {
	if !hasAVX2 {
		log.Fatalln("no AVX2")
	}
	sum(p)
}

func choose(ok bool, a, b func(*byte)) func(*byte) {
	if ok {
		return a
	}
	return b
}

var chosen = choose(hasAVX2, sum, generic)

func Assembly(p *byte) {
	argument(p, hasAVX2)
	register(p)
	address(p)
	setcc(p, 3)
}

// What leaves has asked for nothing.
func Other(p *byte) {
	if p == nil {
		return
	} else if !cpu.X86.HasSSE41 {
		return
	}
	sum(p) // want warning "sum needs AVX2 .*only SSE41"
}

func DefaultStays(p *byte) {
	switch {
	case hasAVX2:
		return
	default:
		generic(p)
	}
	sum(p) // want warning "nothing on the way to it asks"
}

func validate(p *byte) error {
	if p == nil {
		return errors.New("nil")
	}
	return nil
}

func Validated(p *byte) error {
	if err := validate(p); err != nil {
		return err
	}
	sum(p) // want warning "nothing on the way to it asks"
	return nil
}
