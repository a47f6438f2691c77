module example.com/nothing-kept

go 1.19
