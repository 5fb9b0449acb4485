package main
import (
	"log"
	"net"
	"os"
)
func main() {
	l, err := net.Listen("tcp", "localhost:"+os.Args[2])
	if err != nil { log.Fatal(err) }
	for {
		c, err := l.Accept()
		if err != nil { log.Fatal(err) }
		buf := make([]byte, 1024)
		for {
			n, err := c.Read(buf)
			if err != nil { log.Fatal(err) }
			c.Write(buf[:n])
		}
	}
}
