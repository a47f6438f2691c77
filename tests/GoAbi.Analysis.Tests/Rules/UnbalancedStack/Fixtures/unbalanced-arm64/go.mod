module example.com/unbalancedarm64

go 1.18
