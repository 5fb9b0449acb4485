import java.io.*;
import java.net.*;
public class Server {
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[1]);
    ServerSocket server = new ServerSocket(port);
    while (true) {
      Socket socket = server.accept();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      String msg = in.readUTF();
      out.writeUTF(msg);
      socket.close();
    }
  }
}
