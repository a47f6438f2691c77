module example.com/other-widths

go 1.19
