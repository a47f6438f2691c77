module example.com/reflect-value-in-a-variable

go 1.16
