package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	ln, err := net.Listen("tcp", "localhost:"+os.Args[2])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		conn, err := ln.Accept()
		if err != nil {
			continue
		}
		buf := make([]byte, 0)
		n, err := conn.Read(buf)
		if err != nil {
			fmt.Println(err)
		}
		conn.Write(buf[:n])
		conn.Close()
	}
}
