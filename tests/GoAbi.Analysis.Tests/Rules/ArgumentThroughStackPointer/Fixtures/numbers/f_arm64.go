package p

func framed(x int64, s string) (r int64)

func frameless(x int64)
