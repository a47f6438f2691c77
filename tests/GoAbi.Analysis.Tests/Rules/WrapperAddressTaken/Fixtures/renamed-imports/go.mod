module example.com/renamed-imports

go 1.16
