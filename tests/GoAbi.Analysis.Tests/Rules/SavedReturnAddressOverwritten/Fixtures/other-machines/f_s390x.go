package p

func link(x uintptr)
