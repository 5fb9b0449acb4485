package main
import (
	"fmt"
	"net"
	"os"
)
func handle(c net.Conn) {
	defer c.Close()
	buf := make([]byte, 1024)
	for {
		_, err := c.Read(buf)
		if err != nil { return }
		c.Write(buf)
	}
}
func main() {
	l, err := net.Listen("tcp", "localhost:"+os.Args[2])
	if err != nil { fmt.Println(err); return }
	for {
		c, _ := l.Accept()
		go handle(c)
	}
}
