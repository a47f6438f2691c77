module example.com/zero-register-ppc64

go 1.19
