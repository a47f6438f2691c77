module example.com/funcval-through-unsafe-pointer

go 1.16
