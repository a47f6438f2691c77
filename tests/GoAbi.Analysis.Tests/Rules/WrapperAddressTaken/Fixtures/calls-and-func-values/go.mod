module example.com/calls-and-func-values

go 1.16
