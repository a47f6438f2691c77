module example.com/dot-import-of-reflect

go 1.16
