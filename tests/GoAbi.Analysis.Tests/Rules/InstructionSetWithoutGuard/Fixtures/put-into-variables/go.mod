module example.com/put-into-variables

go 1.17
