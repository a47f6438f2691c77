module example.com/system-register

go 1.19
