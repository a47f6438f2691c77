module example.com/keeps-none

go 1.19
