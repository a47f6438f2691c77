module example.com/nothing-done-with-the-address

go 1.16
