module example.com/other-offsets

go 1.19
