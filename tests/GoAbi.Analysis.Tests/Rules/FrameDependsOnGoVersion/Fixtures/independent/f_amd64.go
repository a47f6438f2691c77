package p

func names(x int64)

func noframe()

func framed()

func leaf()

func reserves()
