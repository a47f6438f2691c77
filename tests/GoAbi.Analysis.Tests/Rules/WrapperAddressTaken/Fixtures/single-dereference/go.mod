module example.com/single-dereference

go 1.16
