package p

func compares()

func hex(x int64)

func framed()

func pushes()

func copied()

func spilled()

func aligned()

func twice(x int64)

func exchanged()

func unreached()

func reads()

func elsewhere(p *uintptr)

func endless()
