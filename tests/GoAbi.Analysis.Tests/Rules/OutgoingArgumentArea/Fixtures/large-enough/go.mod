module example.com/large-enough

go 1.19
