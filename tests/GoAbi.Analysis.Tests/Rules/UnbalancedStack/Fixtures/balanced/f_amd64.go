package p

func pushes(x int64)

func aligned()

func early(x int64)

func jumps()

func callersReturn()

func switches(to uintptr)

func trap()

func gone()

func bytes()
