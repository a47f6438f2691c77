package p

func hidden()

func numbers()

func noted()
