// Package asmcalls calls assembly in every way that Go has, and is called by it.
package asmcalls

// Add returns x+y.
func Add(x, y int64) int64

// AddTwice returns x+2*y. It calls Add through a macro, twice on one line.
func AddTwice(x, y int64) int64

// AddLast jumps to Add.
func AddLast(x, y int64) int64

// Nop does nothing.
func Nop()

// CallsGo calls count.
func CallsGo()

// JumpsToGo ends in a jump to count.
func JumpsToGo()

// Listed has its calls at lines of another file.
func Listed()

// Included has its calls in a header.
func Included()

var counted int64

func count() { counted++ }

func local() func(int64, int64) int64 { return Add }

// AddFirst is called by others' inlined code.
func AddFirst(x int64) int64 { return Add(x, 1) }

// Generic calls from a generic body.
func Generic[T ~int64](x T) T { return T(Add(int64(x), 1)) }

type number int64

func (n number) plus(m int64) number { return number(Add(int64(n), m)) }

func (n *number) add(m int64) { *n = number((Add)(int64(*n), m)) }

var atStart = Add(1, 2)

var values = [...]func(int64, int64) int64{Add, AddTwice}

func init() { counted = Add(counted, 0) }

func init() {
	Nop()
}

func bareDefer() {
	defer Nop()
	count()
}

func bareDeferManyExits(n int) int {
	defer Nop()
	if n > 1 {
		return n
	}
	if n == 1 {
		return 7
	}
	return 8
}

func bareDeferInLoop(n int) {
	for i := 0; i < n; i++ {
		defer Nop()
	}
}

func deferWithArguments() {
	defer Add(1, 2)
	count()
}

func goes() {
	go Nop()
	go Add(1, 2)
	go func() {
		Nop()
	}()
	go count()
}

func closures() int64 {
	f := func(x int64) int64 {
		return func() int64 { return Add(x, 1) }()
	}
	return f(1) + func() int64 { return AddTwice(1, 2) }()
}

func lines() int64 {
	return Add(
		AddTwice(1,
			2),
		AddLast(
			3, 4),
	)
}

func directives() int64 {
//line elsewhere.go:100
	a := Add(1, 2)
	b := /*line other.go:7:3*/ Add(1, 2)
//line asmcalls.go:131
	return a + b
}

func constants() {
	const never = false
	if never {
		Nop()
	}
	if false && counted > 0 {
		Add(1, 2)
	}
	_ = Nop
}

func shadowed(Add func(int64, int64) int64) int64 { return Add(1, 2) }

// All calls everything.
func All() int64 {
	n := number(1)
	n.add(2)
	n = n.plus(3)
	bareDefer()
	bareDeferInLoop(2)
	deferWithArguments()
	goes()
	CallsGo()
	JumpsToGo()
	Listed()
	Included()
	constants()
	ranges()
	return closures() + lines() + directives() + shadowed(Add) + local()(1, 2) + values[1](3, 4) + AddFirst(1) +
		Generic(int64(n)) + int64(Generic(n)) + atStart + AddLast(1, 2) + int64(bareDeferManyExits(2)) + counted
}
