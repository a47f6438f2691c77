module example.com/caller-overwritten-arm64

go 1.19
