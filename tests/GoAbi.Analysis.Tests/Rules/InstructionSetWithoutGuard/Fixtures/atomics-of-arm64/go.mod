module example.com/atomics-of-arm64

go 1.17
