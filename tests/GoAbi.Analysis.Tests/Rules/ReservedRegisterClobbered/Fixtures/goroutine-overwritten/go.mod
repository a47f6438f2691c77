module example.com/goroutine-overwritten

go 1.19
