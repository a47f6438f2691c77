module example.com/kept-over-a-call

go 1.19
