package copy

func inTests(n int)
