module example.com/table-register

go 1.19
