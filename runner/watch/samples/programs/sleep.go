// Waits by itself: a goroutine sleeps while another accepts.
package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	go listener.Accept()
	fmt.Println("ready")
	time.Sleep(10 * time.Second)
}
