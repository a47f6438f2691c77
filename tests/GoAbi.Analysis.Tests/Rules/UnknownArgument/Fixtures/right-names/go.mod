module example.com/right-names

go 1.19
