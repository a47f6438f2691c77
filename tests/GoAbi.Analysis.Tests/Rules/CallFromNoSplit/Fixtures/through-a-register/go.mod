module example.com/through-a-register

go 1.19
