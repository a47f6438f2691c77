package p

func early(x int64)

func short(x int64)

func loop(x int64)

func tail()

func other()

func pushed(x int64)

func faked()
