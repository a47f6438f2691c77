package p

func f()

func inMacro()

func leaf()

func switches(to uintptr)

func enters()

func local()
