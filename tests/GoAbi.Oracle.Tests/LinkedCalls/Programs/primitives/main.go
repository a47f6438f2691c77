// Primitives links hashes, ciphers, atomics, reflection and sorting, and calls assembly in every way that Go has.
package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"go/format"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"sort"
	"sync"
	"sync/atomic"
	"syscall"

	"example.com/primitives/asmcalls"
)

type shape interface{ Area() float64 }

type square struct{ side float64 }

func (s square) Area() float64 { return s.side * s.side }

var adders = map[string]func(*int32, int32) int32{"add": atomic.AddInt32, "swap": atomic.SwapInt32}

func hashes(data []byte) {
	for _, h := range []hash.Hash{
		md5.New(), sha1.New(), sha256.New(), sha512.New(), fnv.New64a(), adler32.New(),
		crc32.New(crc32.MakeTable(crc32.Castagnoli)), crc32.NewIEEE(), crc64.New(crc64.MakeTable(crc64.ECMA)), hmac.New(sha256.New, data),
	} {
		h.Write(data)
		fmt.Printf("%x\n", h.Sum(nil))
	}
	var m maphash.Hash
	_, _ = m.Write(data)
	fmt.Println(m.Sum64() == 0)
}

func ciphers(data []byte) error {
	block, err := aes.NewCipher(data[:16])
	if err != nil {
		return err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return err
	}
	sealed := gcm.Seal(nil, data[:gcm.NonceSize()], data, nil)
	cipher.NewCBCEncrypter(block, data[:16]).CryptBlocks(sealed[:16], data[:16])
	cipher.NewCTR(block, data[:16]).XORKeyStream(sealed, sealed)
	for _, curve := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		key, err := ecdsa.GenerateKey(curve, rand.Reader)
		if err != nil {
			return err
		}
		if _, err := ecdsa.SignASN1(rand.Reader, key, data[:32]); err != nil {
			return err
		}
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	fmt.Println(ed25519.Verify(public, data, ed25519.Sign(private, data)))
	_, err = rsa.GenerateKey(rand.Reader, 2048)
	return err
}

func reflections() {
	swap := reflect.Swapper([]int{1, 2})
	swap(0, 1)
	made := reflect.MakeFunc(reflect.TypeOf(square.Area), func(args []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(args[0].Field(0).Float())}
	})
	fmt.Println(made.Interface().(func(square) float64)(square{2}))
	fmt.Println(reflect.ValueOf(shape(square{3})).MethodByName("Area").Call(nil)[0])
	fmt.Println(reflect.ValueOf(asmcalls.Add).Call([]reflect.Value{reflect.ValueOf(int64(1)), reflect.ValueOf(int64(2))})[0])
}

func counters() {
	var n int32
	var wide uint64
	var group sync.WaitGroup
	for i := 0; i < 4; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			atomic.AddInt32(&n, 1)
			atomic.CompareAndSwapUint64(&wide, 0, 1)
			runtime.Gosched()
		}()
	}
	group.Wait()
	words := []string{"c", "a", "b"}
	sort.Strings(words)
	sort.Slice(words, func(i, j int) bool { return words[i] > words[j] })
	fmt.Println(adders["add"](&n, 2), atomic.LoadUint64(&wide), words)
}

func main() {
	debug.SetGCPercent(50)
	data := make([]byte, 64)
	hashes(data)
	if err := ciphers(data); err != nil {
		fmt.Println(err)
	}
	reflections()
	counters()
	source, err := format.Source([]byte("package p;func f(){}"))
	fmt.Println(string(source), err, syscall.Getpid() == os.Getpid())
	fmt.Println(asmcalls.All())
}
