package fixture

func memcpy()

type value struct{}

func (value) Pointer() uintptr { return 0 }

type mirror struct{}

func (mirror) ValueOf(f func()) value { return value{} }

// Not the package reflect.
func Contains(pc uintptr) bool {
	var reflect mirror
	return pc >= reflect.ValueOf(memcpy).Pointer()
}
