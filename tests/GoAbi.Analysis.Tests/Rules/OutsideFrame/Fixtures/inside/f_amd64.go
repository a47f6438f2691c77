package p

func f(x int64)

func pushes()
