// Package kept has assembly that takes its arguments in registers, which is for the runtime's packages.
package kept
