package p

func f(x int64) int64

func switched(to uintptr)
