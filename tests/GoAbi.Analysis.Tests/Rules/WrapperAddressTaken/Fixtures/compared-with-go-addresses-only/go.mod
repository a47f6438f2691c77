module example.com/compared-with-go-addresses-only

go 1.16
