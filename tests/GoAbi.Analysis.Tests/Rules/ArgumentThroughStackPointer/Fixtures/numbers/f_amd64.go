package p

func framed(x int64, s string) (r int64)

func frameless(x int64)

func entered()

func noframe(x int64)

func pushed(x, y int64)

func lowered(x, y int64)
