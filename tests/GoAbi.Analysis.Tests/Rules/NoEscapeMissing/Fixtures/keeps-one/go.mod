module example.com/keeps-one

go 1.19
