package p

func number()

func pair(p *uintptr)

func encoded()

func lost()

func framed()

func saved()

func byHand()
