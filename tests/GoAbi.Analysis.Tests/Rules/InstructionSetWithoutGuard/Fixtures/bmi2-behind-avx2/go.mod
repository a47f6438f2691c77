module example.com/bmi2-behind-avx2

go 1.17
