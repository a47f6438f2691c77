package p

func own(x int64)

func saves()
