package p

func lowered()

func raised()

func written()
