package keep

var g [8]uint64

func lo(p *byte)

func hi(p *byte)

func m(p *byte)

func other(p *byte)
