module example.com/keeps-unseen

go 1.19
