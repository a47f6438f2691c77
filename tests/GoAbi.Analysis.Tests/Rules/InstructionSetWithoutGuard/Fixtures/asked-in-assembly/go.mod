module example.com/asked-in-assembly

go 1.17
