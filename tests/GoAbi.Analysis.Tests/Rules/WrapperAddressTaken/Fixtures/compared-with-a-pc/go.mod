module example.com/compared-with-a-pc

go 1.16
