module example.com/funcval-double-dereference

go 1.16
