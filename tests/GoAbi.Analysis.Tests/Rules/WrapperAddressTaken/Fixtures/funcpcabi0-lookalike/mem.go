package fixture

import "example.com/funcpcabi0-lookalike/abi"

func memcpy()

func Contains(pc uintptr) bool {
	return pc >= abi.FuncPCABI0(memcpy) // want error "memcpy"
}
