module example.com/other-names

go 1.19
