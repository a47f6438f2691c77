module example.com/stored-in-a-field

go 1.16
