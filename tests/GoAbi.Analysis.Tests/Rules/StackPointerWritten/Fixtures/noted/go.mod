module example.com/noted

go 1.18
