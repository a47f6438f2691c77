// Package add is here to try the review gate on: change $0-24 in add_amd64.s, and the test fails.
package add

func Add(a, b int64) int64
