package widths

func halves(x int64, f float64) uint64
