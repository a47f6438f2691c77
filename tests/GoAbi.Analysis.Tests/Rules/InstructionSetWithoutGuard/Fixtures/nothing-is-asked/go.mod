module example.com/nothing-is-asked

go 1.17
