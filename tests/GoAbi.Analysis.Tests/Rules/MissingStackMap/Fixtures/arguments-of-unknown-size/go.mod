module example.com/arguments-of-unknown-size

go 1.19
