package p

func f(x int64)

func byHand(x int64)

func frameless(x int64)

func slow(x int64)
