module example.com/given-to-a-system-call

go 1.16
