module example.com/turned-back-into-a-func-value

go 1.16
