using System.Collections.Generic;

namespace GoAbi.Generator.Tests.Incrementality;

/// <summary>A module in which much depends on much: imports, linknames, methods in assembly, func values in variables of the package, headers, go_asm.h, guards and suppressions.</summary>
internal static class SampleModule
{
    public static Dictionary<string, string> Files() => new()
    {
        ["/m/go.mod"] = "module m\n\ngo 1.21\n",
        ["/m/base/base.go"] = """
            package base

            import "unsafe"

            type Point struct {
            	X, Y int32
            	Next *Point
            }

            const Size = 4 * 8

            func Add(p *Point, n int) (sum int)

            func (p *Point) Scale(f float64) bool

            //go:noescape
            func Copy(dst, src unsafe.Pointer, n uintptr)

            func Plain(n int) int { return n + Size }

            func callback(n uint32) { Plain(int(n)) }

            func elsewhere(n int) int
            """,
        ["/m/base/base_amd64.s"] = """
            #include "textflag.h"
            #include "go_asm.h"
            #include "macros.h"

            // func Add(p *Point, n int) (sum int)
            TEXT ·Add(SB), NOSPLIT, $0-24
            	MOVQ p+0(FP), AX
            	MOVQ Point_Next(AX), BX
            	CALL ·Copy(SB)
            	MOVQ BX, sum+16(FP)
            	RET

            TEXT ·Copy(SB), NOSPLIT, $0-24
            	LOAD(dst, 0)
            	VPADDD Y0, Y1, Y2
            	RET

            // An odd one.
            TEXT ·undeclared(SB), $const_Size-8
            	CALL ·callback(SB)
            	MOVQ AX, 100(SP)
            	RET

            TEXT local<>(SB), NOSPLIT, $0
            	JMP ·Add(SB)
            """,
        ["/m/base/macros.h"] = "#define LOAD(name, at) \\\n\tMOVQ name+at(FP), AX; \\\n\tMOVQ AX, 8(SP)\n",
        ["/m/base/base_arm64.s"] = "#include \"textflag.h\"\n\nTEXT ·Add(SB), NOSPLIT, $0-24\n\tMOVD p+0(FP), R0\n\tMOVD R0, sum+16(FP)\n\tRET\n\nTEXT ·Copy(SB), NOSPLIT, $0-24\n\tRET\n",
        ["/m/base/base_test.go"] = "package base\n\nimport \"testing\"\n\nfunc TestAdd(t *testing.T) { Add(nil, 1); var p Point; p.Scale(1) }\n",
        ["/m/user/user.go"] = """
            package user

            import (
            	"reflect"
            	"m/base"
            	_ "unsafe"
            )

            var chosen = base.Add

            var picked func(p *base.Point, n int) int

            func init() { picked = sum }

            func sum(p *base.Point, n int) int

            func Use() int {
            	var p base.Point
            	p.Scale(2)
            	return base.Add(&p, 1) + chosen(&p, 2) + base.Plain(3)
            }

            func Address() uintptr { return reflect.ValueOf(sum).Pointer() }

            func inSum(pc uintptr) bool { return pc >= reflect.ValueOf(sum).Pointer() }
            """,
        ["/m/user/more.go"] = """
            package user

            import "m/base"

            func More(p *base.Point) int {
            	defer nothing()
            	f := sum
            	go nothing()
            	return picked(p, 1) + f(p, 2) + pulled(3)
            }

            func nothing()

            //go:linkname pulled m/base.elsewhere
            func pulled(n int) int
            """,
        ["/m/user/user_amd64.s"] = """
            #include "textflag.h"

            TEXT ·sum(SB), NOSPLIT, $16-24
            	MOVQ p+0(FP), AX
            	MOVQ AX, 0(SP)
            	CALL m∕base·Add(SB)
            	CALL ·nothing(SB)
            	MOVQ $·nothing(SB), BX
            	CALL BX
            	RET

            //goabi:ignore GOABI2002 known
            TEXT ·spare(SB), NOSPLIT, $0
            	RET

            TEXT ·nothing(SB), NOSPLIT, $0-0
            	RET

            TEXT m∕base·elsewhere(SB), NOSPLIT, $0-16
            	MOVQ n+0(FP), AX
            	MOVQ AX, ret+8(FP)
            	RET
            """,
        ["/m/user/ext_test.go"] = "package user_test\n\nimport \"m/user\"\n\nvar _ = user.Use()\n",
        ["/m/cmd/main.go"] = "package main\n\nimport \"m/user\"\n\nfunc main() { user.Use(); tail() }\n\nfunc tail()\n",
        ["/m/cmd/tail_amd64.s"] = "TEXT ·tail(SB), 4, $0-0\n\tRET\n",
    };
}
