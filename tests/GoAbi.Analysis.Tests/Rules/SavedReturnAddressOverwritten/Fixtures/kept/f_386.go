package p

func barrier()
