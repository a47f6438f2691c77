module example.com/wrong-places-arm64

go 1.19
