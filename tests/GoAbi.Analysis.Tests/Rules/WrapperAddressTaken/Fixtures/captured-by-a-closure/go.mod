module example.com/captured-by-a-closure

go 1.16
