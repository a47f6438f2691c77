package keep

var g [8]uint64

func ldp3(p *byte, q *byte)

func ldpw(p *byte, q *byte)

func msr(p *byte)

func idx(p *byte)

func fpp(p *byte)

func other(p *byte)
