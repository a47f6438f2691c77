package methods

type T struct{ a, b int32 }

// M has a receiver of two words.
func (T) M(n int) int
