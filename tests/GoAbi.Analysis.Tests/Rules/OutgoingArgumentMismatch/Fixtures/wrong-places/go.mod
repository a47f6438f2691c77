module example.com/wrong-places

go 1.19
