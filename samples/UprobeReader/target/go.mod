module example.com/longargs

go 1.19
