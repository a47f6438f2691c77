module example.com/free-registers

go 1.19
