module example.com/shadowed-function-names

go 1.16
