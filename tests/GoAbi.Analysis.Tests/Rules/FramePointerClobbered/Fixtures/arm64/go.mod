module example.com/arm64

go 1.18
