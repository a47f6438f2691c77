module example.com/interface-as-two-words

go 1.16
