module example.com/name-of-the-function-only

go 1.16
