module example.com/right-places

go 1.19
