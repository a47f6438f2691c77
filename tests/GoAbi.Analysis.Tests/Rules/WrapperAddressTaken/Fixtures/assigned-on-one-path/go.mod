module example.com/assigned-on-one-path

go 1.16
