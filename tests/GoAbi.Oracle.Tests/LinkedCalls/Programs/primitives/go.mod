module example.com/primitives

go 1.18
