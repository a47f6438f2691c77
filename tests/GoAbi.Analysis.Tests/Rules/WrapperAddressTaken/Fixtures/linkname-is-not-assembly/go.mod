module example.com/linkname-is-not-assembly

go 1.16
