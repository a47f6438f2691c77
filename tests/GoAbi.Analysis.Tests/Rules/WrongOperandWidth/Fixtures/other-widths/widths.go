// Package widths has arguments of every width.
package widths

type small struct{ a, b int32 }

func numbers(b bool, h int16, w uint32, d int64, p *byte)
func pair(a, b uint32) (c, d uint32)
func words(data []byte, s string, e error)
func complexes(c complex64, d complex128)
func composite(x small, y [4]uint64)
func floats(a, b, c, d float32) float32
func last(n int32)
