// Package deep has functions that call each other through registers, with a check or with stack enough.
package deep

func run()
func small()
func toChecked()
