package sum

import "example.com/put-into-variables/cpu"

var hasAVX2 = cpu.X86.HasAVX2

//go:noescape
func sum(p *byte)

func generic(p *byte) {}

func Closure(p *byte) {
	f := func(q *byte) { sum(q) }
	if hasAVX2 {
		f(p)
	}
}

var fast = func(q *byte) { sum(q) }

func PackageClosure(p *byte) {
	if hasAVX2 {
		fast(p)
	}
}

var replaced = sum

func init() {
	if !hasAVX2 {
		replaced = generic
	}
}

func Replaced(p *byte) {
	f := sum
	if !hasAVX2 {
		f = generic
	}
	f(p)
	replaced(p)
}

var chosen = generic

func init() {
	if hasAVX2 {
		chosen = sum
	}
	if cpu.X86.HasSSE41 {
		wrong = sum // want warning "sum needs AVX2 .*only SSE41"
	}
}

var wrong = generic

var never = sum // want warning "nothing on the way to it asks"

func Called(p *byte) {
	f := func(q *byte) { sum(q) } // want warning "nothing on the way to it asks"
	f(p)
	never(p)
	chosen(p)
	wrong(p)
}
