TEXT ·memcpy(SB), NOSPLIT, $0
	RET
