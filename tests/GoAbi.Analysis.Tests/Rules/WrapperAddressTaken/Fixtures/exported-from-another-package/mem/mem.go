package mem

func Copy()
