package p

func argument(x int64)

func interrupt()

func pointer()
