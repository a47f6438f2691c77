module example.com/asked-by-cpuid

go 1.17
