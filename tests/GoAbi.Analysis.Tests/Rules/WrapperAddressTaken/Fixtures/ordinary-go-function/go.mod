module example.com/ordinary-go-function

go 1.16
