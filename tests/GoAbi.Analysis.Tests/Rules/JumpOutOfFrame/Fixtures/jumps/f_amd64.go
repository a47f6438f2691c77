package p

func f(x int64)

func g(x int64)

func slow(x int64)
