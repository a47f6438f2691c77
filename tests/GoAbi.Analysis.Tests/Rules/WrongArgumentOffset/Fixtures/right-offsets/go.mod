module example.com/right-offsets

go 1.19
