module example.com/depends

go 1.18
