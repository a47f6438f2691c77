module example.com/clobbered

go 1.18
