module example.com/othermachines

go 1.18
