module example.com/interface-second-word

go 1.16
