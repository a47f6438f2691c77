module example.com/funcpcabi0-lookalike

go 1.16
