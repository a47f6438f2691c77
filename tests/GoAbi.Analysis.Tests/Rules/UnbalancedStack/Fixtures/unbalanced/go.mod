module example.com/unbalanced

go 1.18
