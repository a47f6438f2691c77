module example.com/temporary-overwritten

go 1.19
