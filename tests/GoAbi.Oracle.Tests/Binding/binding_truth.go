// Prints what go/types makes of packages of GOROOT: for every identifier and every call one line. Read by BindingTruth.cs.
//
//	P path name variant errors   a package; what follows is about it
//	I written real               an import
//	F path                       a file; what follows is about it, in bytes from its start
//	u offset s pkg name          a use of a package-level object
//	u offset b name              ... of a predeclared name
//	u offset l declaration       ... of something local
//	u offset g declaration       ... of a label
//	u offset m                   ... of a field or method
//	u offset p path              ... of a package's name
//	d offset kind                a declaration
//	c offset kind [name]         a call, by its "("
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

var (
	fset    = token.NewFileSet()
	ctxt    = build.Default
	known   = map[string]*types.Package{"unsafe": types.Unsafe}
	working = map[string]bool{}
	out     = bufio.NewWriterSize(os.Stdout, 1<<20)
)

type importer struct {
	dir  string
	seen map[string]string
}

func (im importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	bp, err := ctxt.Import(path, im.dir, 0)
	if err != nil {
		return nil, err
	}
	im.seen[path] = bp.ImportPath
	if p := known[bp.ImportPath]; p != nil {
		return p, nil
	}
	if working[bp.ImportPath] {
		return nil, fmt.Errorf("import cycle through %s", bp.ImportPath)
	}
	working[bp.ImportPath] = true
	p, _, _, _ := check(bp, bp.GoFiles, nil, map[string]string{})
	known[bp.ImportPath] = p
	return p, nil
}

func check(bp *build.Package, names []string, info *types.Info, seen map[string]string) (*types.Package, []*ast.File, int, error) {
	var files []*ast.File
	errors := 0
	for _, name := range names {
		f, err := parser.ParseFile(fset, filepath.Join(bp.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			errors++
		}
		if f != nil {
			files = append(files, f)
		}
	}
	conf := types.Config{
		Importer:         importer{bp.Dir, seen},
		IgnoreFuncBodies: info == nil,
		FakeImportC:      true,
		Sizes:            types.SizesFor("gc", ctxt.GOARCH),
		Error: func(err error) {
			if te, ok := err.(types.Error); !ok || !te.Soft {
				errors++
				if os.Getenv("BINDING_TRUTH_ERRORS") != "" {
					fmt.Fprintln(os.Stderr, err)
				}
			}
		},
	}
	p, err := conf.Check(bp.ImportPath, fset, files, info)
	return p, files, errors, err
}

func offset(p token.Pos) int { return fset.PositionFor(p, false).Offset }

func isField(o types.Object) bool {
	switch o := o.(type) {
	case *types.Var:
		return o.IsField()
	case *types.Func:
		return o.Type().(*types.Signature).Recv() != nil
	}
	return false
}

func use(o types.Object) string {
	switch o := o.(type) {
	case *types.PkgName:
		return "p " + o.Imported().Path()
	case *types.Label:
		return fmt.Sprintf("g %d", offset(o.Pos()))
	}
	switch {
	case isField(o):
		return "m"
	case o.Pkg() == nil:
		return "b " + o.Name()
	case o.Parent() == o.Pkg().Scope():
		return "s " + o.Pkg().Path() + " " + o.Name()
	}
	return fmt.Sprintf("l %d", offset(o.Pos()))
}

func kind(o types.Object) string {
	switch o.(type) {
	case nil:
		return "none"
	case *types.PkgName:
		return "package"
	case *types.Const:
		return "const"
	case *types.TypeName:
		return "type"
	case *types.Var:
		return "var"
	case *types.Func:
		return "func"
	case *types.Label:
		return "label"
	}
	return "other"
}

func unparen(e ast.Expr) ast.Expr {
	for {
		p, ok := e.(*ast.ParenExpr)
		if !ok {
			return e
		}
		e = p.X
	}
}

func named(info *types.Info, e ast.Expr) types.Object {
	switch e := e.(type) {
	case *ast.Ident:
		return info.Uses[e]
	case *ast.SelectorExpr:
		if info.Selections[e] == nil {
			return info.Uses[e.Sel]
		}
	}
	return nil
}

func call(info *types.Info, c *ast.CallExpr) string {
	fun := unparen(c.Fun)
	tv := info.Types[fun]
	switch {
	case tv.IsType():
		return "conversion"
	case tv.IsBuiltin():
		return "builtin"
	}
	switch e := fun.(type) {
	case *ast.FuncLit:
		return "literal"
	case *ast.SelectorExpr:
		if s := info.Selections[e]; s != nil {
			if s.Kind() == types.MethodExpr {
				return "methodexpr"
			}
			return "selection"
		}
	case *ast.IndexExpr:
		if f, ok := named(info, unparen(e.X)).(*types.Func); ok {
			return "function " + f.FullName()
		}
	case *ast.IndexListExpr:
		if f, ok := named(info, unparen(e.X)).(*types.Func); ok {
			return "function " + f.FullName()
		}
	}
	switch o := named(info, fun).(type) {
	case *types.Func:
		return "function " + o.FullName()
	case *types.Var:
		return "variable"
	}
	return "value"
}

func print(bp *build.Package, variant string, names []string) {
	info := &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Uses:       map[*ast.Ident]types.Object{},
		Defs:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	seen := map[string]string{}
	_, files, errors, _ := check(bp, names, info, seen)
	fmt.Fprintf(out, "P %s %s %s %d\n", bp.ImportPath, bp.Name, variant, errors)
	var written []string
	for w := range seen {
		written = append(written, w)
	}
	sort.Strings(written)
	for _, w := range written {
		fmt.Fprintf(out, "I %s %s\n", w, seen[w])
	}
	for _, f := range files {
		fmt.Fprintf(out, "F %s\n", fset.PositionFor(f.Pos(), false).Filename)
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if o := info.Uses[n]; o != nil {
					fmt.Fprintf(out, "u %d %s\n", offset(n.Pos()), use(o))
				} else if o, ok := info.Defs[n]; ok {
					fmt.Fprintf(out, "d %d %s\n", offset(n.Pos()), kind(o))
				}
			case *ast.CallExpr:
				fmt.Fprintf(out, "c %d %s\n", offset(n.Lparen), call(info, n))
			}
			return true
		})
	}
}

func main() {
	ctxt.GOOS, ctxt.GOARCH, ctxt.CgoEnabled = "linux", "amd64", false
	src, _ := filepath.EvalSymlinks(filepath.Join(ctxt.GOROOT, "src"))
	paths := os.Args[1:]
	if len(paths) == 1 && paths[0] == "list" || len(paths) == 0 {
		filepath.Walk(src, func(dir string, fi os.FileInfo, err error) error {
			if err != nil || !fi.IsDir() {
				return nil
			}
			if n := fi.Name(); n == "testdata" || strings.HasPrefix(n, "_") || strings.HasPrefix(n, ".") {
				return filepath.SkipDir
			}
			if rel, _ := filepath.Rel(src, dir); rel != "." {
				paths = append(paths, filepath.ToSlash(rel))
			}
			return nil
		})
		if len(os.Args) == 2 {
			paths = paths[1:]
		}
	}
	for _, path := range paths {
		bp, err := ctxt.ImportDir(filepath.Join(ctxt.GOROOT, "src", path), 0)
		if err != nil || len(bp.GoFiles)+len(bp.TestGoFiles) == 0 {
			continue
		}
		bp.ImportPath = path
		if len(os.Args) == 2 && os.Args[1] == "list" {
			fmt.Fprintln(out, path)
			continue
		}
		print(bp, "ordinary", bp.GoFiles)
		if len(bp.TestGoFiles) > 0 {
			names := append(append([]string{}, bp.GoFiles...), bp.TestGoFiles...)
			sort.Strings(names)
			print(bp, "tests", names)
		}
	}
	out.Flush()
}
