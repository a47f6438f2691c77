module example.com/definition-in-an-included-file

go 1.16
