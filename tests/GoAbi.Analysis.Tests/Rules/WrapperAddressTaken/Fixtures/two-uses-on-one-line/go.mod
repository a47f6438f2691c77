module example.com/two-uses-on-one-line

go 1.16
