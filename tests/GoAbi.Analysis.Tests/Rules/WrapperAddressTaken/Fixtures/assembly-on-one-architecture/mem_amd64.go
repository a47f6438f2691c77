package fixture

func memcpy()
