module runtime/internal/kept

go 1.19
