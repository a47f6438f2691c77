module example.com/ways-that-leave

go 1.17
