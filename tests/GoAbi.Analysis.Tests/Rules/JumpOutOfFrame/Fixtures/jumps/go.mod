module example.com/jumps

go 1.18
