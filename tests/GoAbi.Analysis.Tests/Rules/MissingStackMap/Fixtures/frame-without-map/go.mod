module example.com/frame-without-map

go 1.19
