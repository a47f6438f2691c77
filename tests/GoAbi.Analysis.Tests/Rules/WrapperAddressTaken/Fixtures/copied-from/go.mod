module example.com/copied-from

go 1.17
