module example.com/other-sizes

go 1.19
