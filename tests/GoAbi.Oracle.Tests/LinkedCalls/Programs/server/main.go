// Server links what servers link: TLS, HTTP, compression, templates.
package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"crypto/tls"
	"encoding/json"
	"expvar"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/http/pprof"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"time"
)

var page = template.Must(template.New("page").Parse(`<p>{{.}}</p>`))

func index(w http.ResponseWriter, r *http.Request) {
	zipped := gzip.NewWriter(w)
	defer zipped.Close()
	_ = page.Execute(zipped, r.URL.Path)
}

func archive(w http.ResponseWriter, r *http.Request) {
	z := zip.NewWriter(w)
	f, err := z.Create("request")
	if err == nil {
		_ = json.NewEncoder(f).Encode(r.Header)
	}
	_ = z.Close()
}

func inflate(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(w, flate.NewReader(r.Body))
}

func main() {
	if len(os.Args) < 2 {
		fmt.Println("usage: server ADDRESS [BACKEND]")
		return
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/", index)
	mux.HandleFunc("/archive", archive)
	mux.HandleFunc("/inflate", inflate)
	mux.HandleFunc("/profile", pprof.Profile)
	mux.Handle("/vars", expvar.Handler())
	if len(os.Args) > 2 {
		backend, err := url.Parse(os.Args[2])
		if err != nil {
			log.Fatal(err)
		}
		mux.Handle("/backend/", httputil.NewSingleHostReverseProxy(backend))
	}
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt)
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Handler:           mux,
		ReadHeaderTimeout: time.Second,
		TLSConfig:         &tls.Config{MinVersion: tls.VersionTLS12},
	}
	go func() {
		<-interrupts
		_ = exec.Command("sync").Run()
		_ = server.Close()
	}()
	var certificate bytes.Buffer
	fmt.Fprint(&certificate, "server.pem")
	log.Print(server.ServeTLS(listener, certificate.String(), "server.key"))
}
