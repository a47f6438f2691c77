module example.com/saved-frame-pointer-overwritten

go 1.19
