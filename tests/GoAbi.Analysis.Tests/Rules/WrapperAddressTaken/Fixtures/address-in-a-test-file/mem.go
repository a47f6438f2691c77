package fixture

func Memcpy()
func FaultPC() (pc uintptr)
