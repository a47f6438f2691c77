module example.com/with-maps

go 1.19
