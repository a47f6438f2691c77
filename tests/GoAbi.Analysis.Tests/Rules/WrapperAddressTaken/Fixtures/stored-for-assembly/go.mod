module example.com/stored-for-assembly

go 1.16
