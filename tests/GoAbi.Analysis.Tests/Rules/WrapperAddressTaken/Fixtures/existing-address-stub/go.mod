module example.com/existing-address-stub

go 1.16
