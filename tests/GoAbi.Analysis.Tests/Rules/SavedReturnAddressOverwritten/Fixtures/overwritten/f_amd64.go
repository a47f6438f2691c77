package p

func bp()

func vector()

func address()

func changed()

func pointer()
