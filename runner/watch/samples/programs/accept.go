// Blocked for good: a goroutine in Accept, another in a channel receive, a third reading standard input.
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	listener, _ := net.Listen("tcp", "127.0.0.1:0")
	go os.Stdin.Read(make([]byte, 1))
	never := make(chan int)
	go func() { <-never }()
	fmt.Println("ready")
	listener.Accept()
}
