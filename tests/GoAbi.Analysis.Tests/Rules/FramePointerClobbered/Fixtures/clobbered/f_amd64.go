package p

func number()

func memory()

func oneLine()

func comment()

func macro()

func popped()

func oneWay(x int64)

func noframe()

func compared()

func spilled()

func tail()

func other()

func exchanged()

func counts()

func afterRead()
