module example.com/right-sizes

go 1.19
