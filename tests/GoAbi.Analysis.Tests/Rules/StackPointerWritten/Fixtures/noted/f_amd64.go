package p

func pushes()

func compares()
