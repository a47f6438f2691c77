package p

func link(x int64)

func leaf(x int64)

func callers(x int64)

func below(x int64)

func top(x int64)
