module example.com/assembly-on-one-architecture

go 1.16
