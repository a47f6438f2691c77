//go:build ignored

package copy

func onlyElsewhere(n int)
