module example.com/groups-of-avx512

go 1.17
