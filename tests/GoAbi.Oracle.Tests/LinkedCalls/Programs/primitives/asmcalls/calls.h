	CALL ·Nop(SB)
	CALL ·count(SB)
