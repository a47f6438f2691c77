package p

func f()

func inMacro()

func leaf()

func local()
