module example.com/exported-from-another-package

go 1.16
