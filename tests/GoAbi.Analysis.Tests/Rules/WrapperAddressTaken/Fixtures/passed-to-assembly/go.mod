module example.com/passed-to-assembly

go 1.16
