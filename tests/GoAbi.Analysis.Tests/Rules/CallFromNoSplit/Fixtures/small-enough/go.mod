module example.com/small-enough

go 1.19
