module example.com/ordinary-std-function

go 1.16
