package keep

var g [8]uint64

func spround(p *byte)

func spidx(p *byte)

func fpidx(p *byte)

func leaidx(p *byte)

func wideret(p *byte)

func wideret2(p *byte)

func seteq(p *byte)

func movbwsx(p *byte)

func movhps(p *byte)

func movss2(p []byte)

func movlps(p []byte)

func movhlps(p []byte)

func ssehi(p []byte)

func cvtsi(p []byte)

func sqrtsd(p []byte)

func bsf(p *byte)

func fsbase(p *byte)

func enter(p *byte)

func wrmsr(p *byte)

func out(p *byte)

func fxsave(p *byte)

func viabp2(p *byte)

func viabp3(p *byte)

func loopd(p *byte, n int)

func other(p *byte)
