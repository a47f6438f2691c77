package fixture

import "reflect"

func memcpy()
func fill(n int)

func apply(f func()) { f() }

type table struct{ copy func() }

// Every one of these is a call, or a func value that Go code calls.
func Call(ch chan func()) {
	memcpy()
	(memcpy)()
	defer memcpy()
	go memcpy()
	defer fill(1)
	go fill(2)

	f := memcpy
	f()
	func() { memcpy() }()
	apply(memcpy)
	table{copy: memcpy}.copy()
	for _, f := range []func(){memcpy} {
		f()
	}
	ch <- memcpy
	reflect.ValueOf(fill).Call([]reflect.Value{reflect.ValueOf(3)})
}

func Get() func() { return memcpy }
