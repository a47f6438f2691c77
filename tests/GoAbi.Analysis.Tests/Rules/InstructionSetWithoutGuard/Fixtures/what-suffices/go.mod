module example.com/what-suffices

go 1.17
