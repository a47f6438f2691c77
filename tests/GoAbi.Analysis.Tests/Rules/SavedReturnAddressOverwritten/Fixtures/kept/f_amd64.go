package p

func f()

func epilogue()
