package sum

//go:noescape
func mixed(p *byte)

func detect() bool

var byAssembly = detect()

var level int

func Assembly(p *byte) {
	if byAssembly {
		mixed(p)
	}
}

func Level(p *byte) {
	if level > 2 {
		mixed(p)
	}
}

func Parameter(p *byte, fast bool) {
	if fast {
		mixed(p)
	}
}

type implementation struct {
	name  string
	fn    func(*byte)
	level int
}

var Table = []implementation{{"avx2", mixed, 3}}
