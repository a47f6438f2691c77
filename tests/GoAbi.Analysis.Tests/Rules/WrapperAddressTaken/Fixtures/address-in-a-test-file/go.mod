module example.com/address-in-a-test-file

go 1.16
