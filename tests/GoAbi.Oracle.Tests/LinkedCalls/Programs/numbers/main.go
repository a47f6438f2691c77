// Numbers links what calculates and converts: big numbers, floating point, images, encodings, regular expressions.
package main

import (
	"bytes"
	"encoding/asn1"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
	"math/rand"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"
)

type point struct {
	X, Y float64
	Name string
}

func bigs(w io.Writer) {
	a, _ := new(big.Int).SetString(strings.Repeat("123456789", 40), 10)
	b := new(big.Int).Exp(a, big.NewInt(17), new(big.Int).Lsh(a, 7))
	q, r := new(big.Int).QuoRem(b, a, new(big.Int))
	f := new(big.Float).SetPrec(300).SetInt(q)
	f.Sqrt(f)
	rat := big.NewRat(22, 7)
	fmt.Fprintln(w, q, r, f.Text('g', 50), rat.FloatString(20), a.ProbablyPrime(3), new(big.Int).ModInverse(a, b))
}

func floats(w io.Writer, x float64) {
	for _, f := range []func(float64) float64{
		math.Sqrt, math.Floor, math.Ceil, math.Trunc, math.Exp, math.Exp2, math.Log, math.Sin, math.Cosh, math.Cbrt, math.Gamma, math.Atanh,
	} {
		fmt.Fprint(w, f(x), " ")
	}
	fmt.Fprintln(w, math.Hypot(x, 3), math.Max(x, 4), math.Min(x, 5), math.Mod(x, 2), math.FMA(x, x, x), math.Pow(x, 1.5))
	fmt.Fprintln(w, cmplx.Exp(complex(x, 1)), bits.OnesCount64(uint64(x)), bits.Len(uint(x)), bits.Reverse32(uint32(x)))
}

func images(w io.Writer) {
	canvas := image.NewRGBA(image.Rect(0, 0, 64, 64))
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(color.Gray{Y: 100}), image.Point{}, draw.Src)
	var buffer bytes.Buffer
	_ = png.Encode(&buffer, canvas)
	_ = jpeg.Encode(&buffer, canvas, nil)
	_ = gif.Encode(&buffer, canvas, nil)
	_, kind, err := image.Decode(&buffer)
	fmt.Fprintln(w, kind, err, base64.StdEncoding.EncodeToString(buffer.Bytes()))
}

func encodings(w io.Writer) {
	p := point{rand.Float64(), rand.NormFloat64(), time.Now().Format(time.RFC3339)}
	var buffer bytes.Buffer
	_ = gob.NewEncoder(&buffer).Encode(p)
	_ = gob.NewDecoder(&buffer).Decode(&p)
	_ = json.NewEncoder(w).Encode(p)
	_ = xml.NewEncoder(w).Encode(p)
	_ = binary.Write(w, binary.BigEndian, p.X)
	_ = csv.NewWriter(w).Write([]string{strconv.Quote(p.Name)})
	der, _ := asn1.Marshal([]int{1, 2})
	fmt.Fprintln(w, hex.Dump(der), utf8.RuneCountInString(p.Name))
}

func main() {
	w := tabwriter.NewWriter(os.Stdout, 8, 8, 1, ' ', 0)
	defer w.Flush()
	bigs(w)
	floats(w, float64(len(os.Args)))
	images(w)
	encodings(w)
	fmt.Fprintln(w, regexp.MustCompile(`(a+)(b*)`).FindAllStringSubmatch(strings.Join(os.Args, " "), -1))
}
