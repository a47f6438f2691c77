module example.com/entries-made-by-a-macro

go 1.16
