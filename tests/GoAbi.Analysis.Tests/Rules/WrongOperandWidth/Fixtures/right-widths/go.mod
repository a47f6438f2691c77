module example.com/right-widths

go 1.19
