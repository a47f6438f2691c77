module example.com/func-in-a-package-variable

go 1.16
