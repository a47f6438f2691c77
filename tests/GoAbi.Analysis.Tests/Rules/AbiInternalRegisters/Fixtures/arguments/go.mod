module runtime/internal/example

go 1.19
