module example.com/unwritten

go 1.19
