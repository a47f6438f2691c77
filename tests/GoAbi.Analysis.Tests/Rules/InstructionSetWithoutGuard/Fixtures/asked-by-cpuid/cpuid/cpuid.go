// Package cpuid stands in for github.com/klauspost/cpuid.
package cpuid

// FeatureID names a feature.
type FeatureID int

// Some of them.
const (
	AVX2 FeatureID = iota
	BMI2
	LZCNT
)

// CPUInfo says what the processor has.
type CPUInfo struct{ set uint64 }

// CPU is this processor.
var CPU CPUInfo

// Has says whether it has one.
func (c CPUInfo) Has(id FeatureID) bool { return c.set&(1<<uint(id)) != 0 }

// Supports says whether it has all of them.
func (c CPUInfo) Supports(ids ...FeatureID) bool { return len(ids) == 0 }
