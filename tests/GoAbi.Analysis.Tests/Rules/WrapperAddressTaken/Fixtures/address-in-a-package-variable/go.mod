module example.com/address-in-a-package-variable

go 1.16
