module example.com/passed-to-an-unknown-function

go 1.16
