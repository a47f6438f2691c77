package results

func panicBadly() { panic("bad") }
