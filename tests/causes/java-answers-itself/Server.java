import java.net.*;
public class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(12345);
        byte[] buf = new byte[1024];
        DatagramPacket p = new DatagramPacket(buf, buf.length);
        while (true) {
            socket.receive(p);
            System.out.println(new String(p.getData(), 0, p.getLength()));
            byte[] b = "Pesan diterima!".getBytes();
            DatagramPacket r = new DatagramPacket(b, b.length, InetAddress.getByName("127.0.0.1"), 12345);
            socket.send(r);
        }
    }
}
