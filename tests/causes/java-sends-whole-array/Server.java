import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(Integer.parseInt(args[1]));
        byte[] buf = new byte[65535];
        while (true) {
            DatagramPacket p = new DatagramPacket(buf, buf.length);
            socket.receive(p);
            DatagramPacket r = new DatagramPacket(p.getData(), p.getData().length, p.getAddress(), p.getPort());
            socket.send(r);
        }
    }
}
