package p

func padding()
