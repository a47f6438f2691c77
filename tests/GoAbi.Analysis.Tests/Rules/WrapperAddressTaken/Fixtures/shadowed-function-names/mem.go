package fixture

import "reflect"

func memcpy()

func plain() {}

type table struct{ memcpy func() }

type copier struct{}

func (copier) memcpy() {}

func Parameter(pc uintptr, memcpy func()) bool {
	return pc >= reflect.ValueOf(memcpy).Pointer()
}

func NamedResult(pc uintptr) (memcpy func()) {
	if pc >= reflect.ValueOf(memcpy).Pointer() {
		memcpy = plain
	}
	return
}

func Local(pc uintptr) bool {
	memcpy := plain
	return pc >= reflect.ValueOf(memcpy).Pointer()
}

func Ranged(pc uintptr) bool {
	for _, memcpy := range []func(){plain} {
		if pc >= reflect.ValueOf(memcpy).Pointer() {
			return true
		}
	}
	return false
}

func Field(pc uintptr) bool {
	t := table{memcpy: plain}
	return pc >= reflect.ValueOf(t.memcpy).Pointer()
}

func Method(pc uintptr) bool {
	return pc >= reflect.ValueOf(copier{}.memcpy).Pointer()
}

func Label() {
memcpy:
	for {
		break memcpy
	}
}

// The inner name ends with its block.
func AfterTheBlock(pc uintptr) bool {
	{
		memcpy := plain
		memcpy()
	}
	return pc >= reflect.ValueOf(memcpy).Pointer() // want error "memcpy"
}
