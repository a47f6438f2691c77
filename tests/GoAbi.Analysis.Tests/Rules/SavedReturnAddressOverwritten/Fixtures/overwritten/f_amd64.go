package p

func bp()

func vector()

func address()

func pointer()
