module example.com/arguments-without-declaration

go 1.19
