module example.com/reflect-pointer

go 1.16
