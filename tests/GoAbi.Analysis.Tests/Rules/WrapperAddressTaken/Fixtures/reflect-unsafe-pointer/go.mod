module example.com/reflect-unsafe-pointer

go 1.18
